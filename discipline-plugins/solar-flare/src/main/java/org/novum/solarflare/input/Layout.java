package org.novum.solarflare.input;

import java.util.List;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;

/** The layouts of tables this discipline reads; a part is recognised by its columns, not by its name. */
public enum Layout {
    /** Magnetic parameters of active region patches, one row per patch and issue time. */
    PATCHES("prefix", "arpnum", "t_end", "FLARE_INDEX", "AREA", "USFLUX", "MEANGBZ", "R_VALUE"),
    /** Sunspot groups of NOAA's Solar Region Summary, one row per group and issue day. */
    GROUPS(
            "AR issue_date",
            "noaa_ar",
            "Carrington_long",
            "AREA",
            "McIntosh",
            "Longitude_extent",
            "Latitude",
            "Longitude",
            "No_sunspots",
            "MAGTYPE"),
    /** Flares of SWPC's event list, one row per flare. */
    FLARES("start_time", "end_time", "goes_class", "noaa_ar");

    private final List<String> columns;

    Layout(String... columns) {
        this.columns = List.of(columns);
    }

    /** The columns that a forecast reads; labels are not among them. */
    public List<String> columns() {
        return columns;
    }

    /** True if the part has all columns of this layout. */
    public boolean fits(DataPart part) {
        return columns.stream().allMatch(column -> part.column(column).isPresent());
    }

    /** All parts of this layout, in the order of their names. */
    public List<DataPart> parts(DatasetCard data) {
        return data.parts().stream().filter(this::fits).toList();
    }

    /**
     * The parts of this layout, of which there must be one at least.
     *
     * @throws DataException naming the columns that are missing in the part that comes nearest
     */
    public List<DataPart> required(DatasetCard data) {
        List<DataPart> parts = parts(data);
        if (!parts.isEmpty()) {
            return parts;
        }
        DataPart nearest = data.parts().stream()
                .reduce((left, right) -> missing(right).size() < missing(left).size() ? right : left)
                .orElseThrow();
        String lacking = String.join(", ", missing(nearest));
        throw new DataException(
                nearest.uri() + ", column " + lacking,
                "no part has the columns of " + meaning() + "; this one comes nearest and lacks " + lacking,
                "add a file with the columns " + String.join(", ", columns));
    }

    private List<String> missing(DataPart part) {
        return columns.stream().filter(column -> part.column(column).isEmpty()).toList();
    }

    private String meaning() {
        return switch (this) {
            case PATCHES -> "active region patches";
            case GROUPS -> "sunspot groups";
            case FLARES -> "a flare list";
        };
    }
}
