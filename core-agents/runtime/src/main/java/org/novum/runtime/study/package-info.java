/** Reading study files, with overrides and clear messages. */
@NullMarked
package org.novum.runtime.study;

import org.jspecify.annotations.NullMarked;
