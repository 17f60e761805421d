/** Which model serves which role, and how it is reached. */
@NullMarked
package org.novum.models.settings;

import org.jspecify.annotations.NullMarked;
