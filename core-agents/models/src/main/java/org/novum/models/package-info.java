/** Language models behind one interface: requests, replies, failures. */
@NullMarked
package org.novum.models;

import org.jspecify.annotations.NullMarked;
