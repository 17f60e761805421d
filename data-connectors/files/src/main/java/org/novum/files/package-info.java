/** Names of local files, and work on many of them: what connectors of file formats share. */
@NullMarked
package org.novum.files;

import org.jspecify.annotations.NullMarked;
