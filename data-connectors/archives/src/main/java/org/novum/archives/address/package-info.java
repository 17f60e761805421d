/** Addresses of files in public archives, and the URLs that they stand for. */
@NullMarked
package org.novum.archives.address;

import org.jspecify.annotations.NullMarked;
