package org.novum.spectra.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.spectra.spectrum.Exposures;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.spectrum.WavelengthBlocks;

/**
 * What is explored of each object and what confirms.
 *
 * <p>The noise of both sides is independent either way. Halves of exposures share everything else: flux calibration, model of
 * the sky, wavelength scale, the rejection of cosmic rays by comparing exposures. Blocks of wavelengths share less, and each
 * side sees half of the lines.
 */
public enum ClaimSplit {
    /** Exposures of even number are explored, those of odd number confirm. */
    EXPOSURES,
    /** Blocks of wavelengths are explored and confirm in turn. */
    WAVELENGTH;

    /** Field of the analysis and of the plan's design where the split is not that of wavelengths. */
    public static final String FIELD = "split";

    /**
     * The split of a study.
     *
     * @throws NovumException with {@code CONFIGURATION} if exposures are asked for and not every file has two
     */
    public static ClaimSplit of(ClaimOptions options, DatasetCard data) {
        boolean exposed = Exposures.canBeHalved(data.parts());
        Optional<ClaimSplit> asked = options.split();
        if (asked.equals(Optional.of(EXPOSURES)) && !exposed) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "option split is exposures, but the spectra of " + data.name() + " have no column " + Exposures.TURN
                            + ", as exposures of files that all hold two or more have; name the data as FILE#exposures or"
                            + " FOLDER#exposures, leave files without exposures out, or choose split: wavelength");
        }
        return asked.orElse(exposed ? EXPOSURES : WAVELENGTH);
    }

    /** What a study may write. */
    static Optional<ClaimSplit> named(String name) {
        return switch (name) {
            case "exposures" -> Optional.of(EXPOSURES);
            case "wavelength" -> Optional.of(WAVELENGTH);
            default -> Optional.empty();
        };
    }

    /** The split that a plan's design or an analysis states; of wavelengths if it states none. */
    public static ClaimSplit in(JsonNode stated) {
        return named(stated.path(FIELD).asText()).orElse(WAVELENGTH);
    }

    /** As a study writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The policy under which claims are proposed from the data. */
    public PartitionPolicy policy() {
        return switch (this) {
            case EXPOSURES -> new PartitionPolicy.ByTurn(Exposures.TURN);
            case WAVELENGTH ->
                new PartitionPolicy.ByBlock("wavelength", LogGrid.START, WavelengthBlocks.WIDTH * LogGrid.STEP);
        };
    }

    /** What a test uses of a spectrum. */
    public String selection() {
        return switch (this) {
            case EXPOSURES ->
                "exposures of odd number in the order in which they were taken, from 0, added up by inverse variance on pixels"
                        + " of 1e-4 in log10; all wavelengths";
            case WAVELENGTH ->
                "pixels of the confirming wavelength blocks (256 pixels of 1e-4 in log10, every second block)";
        };
    }

    /** The side that is explored, of a spectrum that holds no exposure that confirms. */
    GridSpectrum explored(RawSpectrum raw) {
        return side(raw, WavelengthBlocks.EXPLORATION);
    }

    /** The side that confirms, of a spectrum that holds no exposure that was explored. */
    GridSpectrum confirming(RawSpectrum raw) {
        return side(raw, WavelengthBlocks.CONFIRMATION);
    }

    private GridSpectrum side(RawSpectrum raw, WavelengthBlocks blocks) {
        GridSpectrum whole = Resampling.onGrid(raw);
        return switch (this) {
            case EXPOSURES -> whole;
            case WAVELENGTH -> blocks.of(whole);
        };
    }

    /** Whether a test sees a pixel of the grid. */
    boolean confirmsAt(int pixel) {
        return switch (this) {
            case EXPOSURES -> true;
            case WAVELENGTH -> WavelengthBlocks.CONFIRMATION.holds(pixel);
        };
    }

    /** What confirms, in words. */
    public String confirming() {
        return switch (this) {
            case EXPOSURES -> "confirming exposures";
            case WAVELENGTH -> "confirming wavelengths";
        };
    }
}
