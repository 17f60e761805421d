package org.novum.fits.spectrum;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** The installed formats of spectra. */
public final class Formats {
    private static final List<String> COMPRESSED = List.of("", ".gz");

    private final List<SpectrumFormat> formats;

    /** @param formats in the order in which they are tried */
    public Formats(List<SpectrumFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** All that are on the class path; it is looked through once. */
    public static Formats installed() {
        return Installed.FORMATS;
    }

    private static final class Installed {
        static final Formats FORMATS = new Formats(
                ServiceLoader.load(SpectrumFormat.class, SpectrumFormat.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(SpectrumFormat::name))
                        .toList());
    }

    /** Whether a file's name ends as those of spectra do. */
    public boolean endsLikeSpectra(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings().stream().anyMatch(lower::endsWith);
    }

    /** What the names of spectra end with, lower case. */
    public TreeSet<String> endings() {
        TreeSet<String> endings = new TreeSet<>();
        for (SpectrumFormat format : formats) {
            for (String ending : format.endings()) {
                COMPRESSED.forEach(compression -> endings.add(ending + compression));
            }
        }
        return endings;
    }

    /**
     * Opens a file by what is in it.
     *
     * @throws SpectrumException if it is of no known format, or cannot be read
     */
    SpectrumFile open(byte[] content) {
        if (content.length == 0) {
            throw new SpectrumException("not a spectrum: the file is empty");
        }
        for (SpectrumFormat format : formats) {
            if (format.recognises(content)) {
                return format.open(content);
            }
        }
        throw new SpectrumException(
                "not a spectrum: the file is none of " + String.join(", ", formats.stream().map(SpectrumFormat::name).toList()));
    }
}
