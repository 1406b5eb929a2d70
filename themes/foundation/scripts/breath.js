// Nothing to run. A browser paints what it has read when it comes to this file, and then reads on: so a long page is laid
// out in a few short pieces from above, each by the parser, and is whole before any other script begins.
