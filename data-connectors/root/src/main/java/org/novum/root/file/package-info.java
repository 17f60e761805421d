/** The container of a ROOT file: header, keys, directories, compressed blocks. */
@NullMarked
package org.novum.root.file;

import org.jspecify.annotations.NullMarked;
