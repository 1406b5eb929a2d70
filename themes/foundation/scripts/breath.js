// A long page is laid out in short pieces from above. Where this file stands, what has been read so far is laid out: asking
// for a size does that, and nothing else. Between two pieces a browser may paint, and hears a finger. The page is whole
// before any other script begins.
document.body.getBoundingClientRect();
