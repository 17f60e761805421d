package org.novum.solarflare.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.disk.DiskForecast;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.live.FlareForecast.Place;
import org.novum.solarflare.live.FlareForecast.Window;
import org.novum.solarflare.model.ShippedModels;
import org.novum.solarflare.region.RegionForecast;
import org.novum.solarflare.region.RegionModel;

/** The shipped models on what has arrived so far; the same forecasts as {@code solar-flare.forecast} makes. */
public final class LiveForecast {
    private static final long ISSUE = 30 * 60;

    private final List<DiskModel> disk = ShippedModels.disk();
    private final List<RegionModel> region = ShippedModels.region();

    /**
     * Forecasts the disk for the newest day that sunspot groups are listed for.
     *
     * @param groups one row at least
     * @param thresholds per class, M and X
     */
    public List<FlareForecast> disk(GroupRows groups, FlareList flares, Map<FlareClass, Double> thresholds) {
        DiskData data = new DiskData(groups, flares);
        long day = groups.day()[groups.size() - 1];
        int at = Arrays.binarySearch(data.days(), day);
        DiskForecast forecast = DiskForecast.of(data, disk);
        Place place = new Place.Disk(leading(groups, data, day));
        List<FlareForecast> result = new ArrayList<>();
        for (int c = 0; c < DiskModel.CLASSES.size(); c++) {
            FlareClass least = DiskModel.CLASSES.get(c);
            for (int ahead = 0; ahead < forecast.probability()[c].length; ahead++) {
                long start = (day + ahead) * UtcTime.DAY;
                Instant known = Instant.ofEpochSecond(day * UtcTime.DAY + ISSUE);
                Window window = new Window(
                        known,
                        ahead == 0 ? known : Instant.ofEpochSecond(start),
                        Instant.ofEpochSecond(start + UtcTime.DAY));
                result.add(new FlareForecast(
                        place, least, forecast.probability()[c][ahead][at], thresholds.getOrDefault(least, 1.0), window));
            }
        }
        return result;
    }

    /** The group that the model expects most M flares of. */
    private Optional<Place.Region> leading(GroupRows groups, DiskData data, long day) {
        double[] rates = applicable(disk, DiskModel::cut, day).ahead().getFirst().groupRates(data);
        return IntStream.range(0, groups.size())
                .filter(row -> groups.day()[row] == day)
                .boxed()
                .max(Comparator.comparingDouble((Integer row) -> rates[row]))
                .map(row -> new Place.Region(
                        0, List.of((int) groups.region()[row]), groups.latitude()[row], groups.longitude()[row]));
    }

    /**
     * Forecasts the newest row of each patch for the 24 hours after it.
     *
     * @param rows the patches with their history
     * @param places one per row
     */
    public List<FlareForecast> regions(PatchRows rows, List<Place.Region> places) {
        RegionForecast forecast = RegionForecast.of(rows, region);
        List<FlareForecast> result = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!newest(rows, row)) {
                continue;
            }
            Instant time = Instant.ofEpochSecond(rows.time()[row]);
            RegionModel model = applicable(region, RegionModel::cut, rows.time()[row]);
            for (int c = 0; c < RegionModel.CLASSES.size(); c++) {
                result.add(new FlareForecast(
                        places.get(row),
                        RegionModel.CLASSES.get(c),
                        forecast.probability()[c][row],
                        model.classes().get(c).threshold(),
                        new Window(time, time, time.plusSeconds(UtcTime.DAY))));
            }
        }
        return result;
    }

    private static boolean newest(PatchRows rows, int row) {
        return IntStream.range(0, rows.size())
                .noneMatch(other -> rows.patch()[other] == rows.patch()[row] && rows.time()[other] > rows.time()[row]);
    }

    /** The newest model that was trained on nothing later; the oldest where there is none. */
    private static <M> M applicable(List<M> models, ToLongFunction<M> cut, long time) {
        return models.stream()
                .filter(model -> cut.applyAsLong(model) <= time)
                .max(Comparator.comparingLong(cut))
                .orElseGet(() -> models.stream().min(Comparator.comparingLong(cut)).orElseThrow());
    }
}
