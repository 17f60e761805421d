/** Tools of foreign servers: what a server is, what it offers, and the form of arguments. */
@NullMarked
package org.novum.runtime.tool;

import org.jspecify.annotations.NullMarked;
