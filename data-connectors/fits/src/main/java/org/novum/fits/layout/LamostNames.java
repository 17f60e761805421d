package org.novum.fits.layout;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.Identity;

/** What LAMOST headers say of the object: OBSID since DR2, before that plan, day, spectrograph and fibre. */
final class LamostNames {
    private LamostNames() {}

    static Identity identity(Hdu header) {
        return new Identity(name(header), header.number("RA"), header.number("DEC"));
    }

    private static @Nullable String name(Hdu header) {
        if (header.value("OBSID").isPresent()) {
            return header.value("OBSID").orElseThrow();
        }
        double day = header.number("LMJD");
        double spectrograph = header.number("SPID");
        double fibre = header.number("FIBERID");
        boolean known = day >= 0 && spectrograph >= 0 && fibre >= 0;
        return header.text("PLANID")
                .filter(_ -> known)
                .map(plan -> String.format(
                        Locale.ROOT, "%s-%05d-%02d-%03d", plan, (long) day, (long) spectrograph, (long) fibre))
                .orElse(null);
    }
}
