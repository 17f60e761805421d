/** The HTTP interface. */
@NullMarked
package org.novum.server.http;

import org.jspecify.annotations.NullMarked;
