package org.novum.solarflare.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.disk.Coverage;
import org.novum.solarflare.disk.DiskData;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.Layout;
import org.novum.solarflare.input.PatchRows;

/**
 * What the operations share: card and parameters, the tables that parameters name, and rows that refuse the future.
 *
 * @param <I> its parameters
 */
abstract class FlareOperation<I extends Record> implements Operation<I> {
    private final Class<I> input;
    private final OperationCard card;

    FlareOperation(Class<I> input, OperationCard card) {
        this.input = input;
        this.card = card;
    }

    @Override
    public final OperationCard card() {
        return card;
    }

    @Override
    public final Class<I> input() {
        return input;
    }

    @Override
    public final List<String> furtherData(I parameters) {
        return parameters instanceof Scoped scoped
                ? Stream.of(scoped.srs(), scoped.flares()).flatMap(Optional::stream).toList()
                : List.of();
    }

    /** Rows of patches; those from after the moment of asking are refused. */
    static PatchRows patches(DataHandle data, StepContext context) {
        return PatchRows.read(data, present(context));
    }

    /** Groups and flares; those from after the moment of asking are refused, and days that they do not cover. */
    static DiskData diskData(DataHandle data, StepContext context) {
        GroupRows groups = GroupRows.read(data, present(context));
        FlareList flares = FlareList.read(data, present(context));
        return diskData(data, groups, flares, Coverage.of(groups, flares));
    }

    /** Groups and flares of days that the caller says are covered; days that they cannot cover are refused. */
    static DiskData diskData(DataHandle data, GroupRows groups, FlareList flares, Coverage covered) {
        covered.check(
                groups,
                flares,
                new Coverage.Files(
                        Layout.GROUPS.required(data.card()).getFirst().uri(),
                        Layout.FLARES.required(data.card()).getFirst().uri()));
        return new DiskData(groups, flares, covered);
    }

    /** Seconds since 1970 at which the person asked. */
    static long present(StepContext context) {
        return context.present().getEpochSecond();
    }
}
