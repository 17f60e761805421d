package org.novum.runtime.tool.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.study.ForeignServer;
import org.novum.runtime.taint.AuthorisedTool;
import org.novum.runtime.tool.AdmittedTool;
import org.novum.runtime.tool.OfferedTool;
import org.novum.runtime.tool.ToolException;
import org.novum.runtime.tool.ToolLine;
import org.novum.runtime.tool.ToolSource;

/** Open lines to servers: opened when first needed, hung up when broken, and opened anew for the next call. */
public final class Lines implements AutoCloseable {
    private final ToolSource source;
    private final Map<String, ToolLine> open = new TreeMap<>();

    /** @param source of lines */
    public Lines(ToolSource source) {
        this.source = source;
    }

    synchronized List<OfferedTool> offer(String name, ForeignServer server) {
        try {
            return line(name, server).offer();
        } catch (ToolException failed) {
            after(name, failed);
            throw failed;
        }
    }

    /** Calls a tool, if the server still offers the one that was admitted; it is asked before every call. */
    synchronized ToolEnd call(AuthorisedTool call, ForeignServer server) {
        AdmittedTool tool = call.tool();
        try {
            ToolLine line = line(tool.server(), server);
            Optional<String> refusal = refusal(tool, line.offer());
            return refusal.isPresent()
                    ? new ToolEnd.Refused("tools." + tool.server() + ": " + refusal.get())
                    : new ToolEnd.Answered(line.call(tool.tool().name(), call.arguments()), 0);
        } catch (ToolException failed) {
            after(tool.server(), failed);
            return new ToolEnd.Failed(failed.getMessage(), 0);
        }
    }

    private static Optional<String> refusal(AdmittedTool tool, List<OfferedTool> offered) {
        List<OfferedTool> found =
                offered.stream().filter(one -> one.name().equals(tool.tool().name())).toList();
        return found.size() == 1
                ? AdmittedTool.changed(found.getFirst(), tool.admission())
                : Optional.of("the tool " + tool.tool().name() + " is not offered any more as it was admitted; it is not called");
    }

    private ToolLine line(String name, ForeignServer server) {
        return open.computeIfAbsent(name, _ -> source.open(name, server));
    }

    private void after(String name, ToolException failed) {
        ToolLine line = failed.after() == ToolException.After.BROKEN ? open.remove(name) : null;
        if (line != null) {
            line.close();
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(ToolLine::close);
        open.clear();
    }
}
