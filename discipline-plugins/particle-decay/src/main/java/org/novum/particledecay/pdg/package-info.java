/** The Particle Data Group's states and decay modes, and the conservation laws over them. */
@NullMarked
package org.novum.particledecay.pdg;

import org.jspecify.annotations.NullMarked;
