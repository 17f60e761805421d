/**
 * What a plugin may see of Novum: records, sealed types and service interfaces.
 *
 * <p>This module depends on the JDK, Arrow with the Jackson tree model that Arrow itself brings, and JSpecify; nothing
 * else.
 */
@NullMarked
package org.novum.api;

import org.jspecify.annotations.NullMarked;
