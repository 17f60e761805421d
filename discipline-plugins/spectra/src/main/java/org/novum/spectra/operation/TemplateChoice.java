package org.novum.spectra.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.novum.api.data.DataHandle;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.template.SurveyTemplates;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;

/**
 * The templates that the caller of an operation asked for.
 *
 * @param templates of every class
 * @param stars of known parameters, if there are any
 */
record TemplateChoice(List<Template> templates, Optional<StarModel> stars) {
    /** What the parameter means. */
    static final String MEANING = "files of templates: one that spectra.train wrote, or of surveys, such as"
            + " dataset:sdss-eigen-galaxies or spEigen and rrtemplate files (FITS), which replace those of their class; the"
            + " shipped ones if left out";

    private static final String DATASET = "dataset:";

    /** Those that are read through a connector. */
    static List<String> furtherData(Optional<List<String>> names) {
        return names.orElse(List.of()).stream().filter(TemplateChoice::isOfSurvey).toList();
    }

    /**
     * Reads them.
     *
     * @param names files, as the caller gave them
     * @param data with the further data that they name
     */
    static TemplateChoice of(Optional<List<String>> names, DataHandle data) {
        List<String> all = names.orElse(List.of());
        List<String> trained = all.stream().filter(name -> !isOfSurvey(name)).toList();
        if (trained.size() > 1) {
            throw new IllegalArgumentException("templates names " + trained.size()
                    + " files that spectra.train wrote; one has all classes. Templates of surveys are FITS files or dataset:NAME");
        }
        List<Template> own = trained.isEmpty() ? TemplateFile.shipped() : TemplateFile.file(trained.getFirst());
        Optional<StarModel> stars = trained.isEmpty()
                ? Optional.of(TemplateFile.shippedStars())
                : TemplateFile.starsIfAny(trained.getFirst());
        Map<String, String> files = new LinkedHashMap<>();
        furtherData(names).forEach(name -> files.put(name, file(name)));
        return new TemplateChoice(files.isEmpty() ? own : SurveyTemplates.among(data, files, own), stars);
    }

    /** What the connectors call the file of a name: paths as they were given, entries of the catalogue with an ending. */
    private static String file(String name) {
        // Of what a pattern matches, spectra would become rows of the answer that nobody asked for.
        if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0) {
            throw new IllegalArgumentException(
                    "templates names " + name + "; name each file, without * and ?");
        }
        return name.startsWith(DATASET)
                ? name.substring(DATASET.length()).strip() + ".fits"
                : name.replaceFirst("^file:(//(?=/))?", "");
    }

    private static boolean isOfSurvey(String name) {
        return name.startsWith(DATASET) || name.toLowerCase(Locale.ROOT).matches(".*\\.(fits|fit|fts)(\\.gz|\\.fz)?");
    }
}
