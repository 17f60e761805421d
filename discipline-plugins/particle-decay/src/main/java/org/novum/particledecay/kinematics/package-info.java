/** Four-vector kinematics of decay candidates: masses, resolution, mis-identification, duplicates. */
@NullMarked
package org.novum.particledecay.kinematics;

import org.jspecify.annotations.NullMarked;
