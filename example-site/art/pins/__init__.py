"""One drawing a pin: every module here declares PICTURES, a dictionary of file name and Picture."""
