/** Objects that ROOT's TBuffer has written, read as the file's own streamer information describes them. */
@NullMarked
package org.novum.root.stream;

import org.jspecify.annotations.NullMarked;
