/** Trained models as artefacts: written, read, shipped. */
@NullMarked
package org.novum.solarflare.model;

import org.jspecify.annotations.NullMarked;
