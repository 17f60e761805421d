package org.novum.runtime.taint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.models.ToolCall;
import org.novum.models.ToolCard;
import org.novum.models.form.Recordable;
import org.novum.runtime.tool.AdmittedTool;

/**
 * Lets in wishes for foreign tools that are admitted, with arguments that fit and that a model may fill.
 *
 * <p>What a model says is tainted: it may repeat what stands in the data or in another tool's answer. So a model fills only
 * the arguments that the configuration names; a tool that needs others is not offered to it. What a server says of its tools
 * is never part of the tools' cards; it is quoted.
 */
public final class ToolGate implements Gate<ToolCall, AuthorisedTool> {
    private static final int NAME = 64;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, AdmittedTool> offered = new LinkedHashMap<>();

    /**
     * @param tools that are admitted
     * @throws NovumException with {@code CONFIGURATION} if two of them cannot be told apart
     */
    public ToolGate(List<AdmittedTool> tools) {
        for (AdmittedTool tool : tools) {
            AdmittedTool other = tool.form().closedToModels(tool.admission()).isEmpty() ? offered.put(cardName(tool), tool) : null;
            if (other != null) {
                throw new NovumException(
                        ExitCode.CONFIGURATION,
                        "tools: a model cannot tell " + other.name() + " and " + tool.name() + " apart; admit one of them");
            }
        }
    }

    /** The name under which a model knows a tool. */
    private static String cardName(AdmittedTool tool) {
        String name = (tool.server() + "__" + tool.tool().name()).replaceAll("[^A-Za-z0-9_-]", "_");
        return name.substring(0, Math.min(NAME, name.length()));
    }

    /** Whether no foreign tool is offered to models. */
    public boolean isEmpty() {
        return offered.isEmpty();
    }

    /** The tools as a model is told of them; the words are the program's. */
    public List<ToolCard> tools() {
        List<ToolCard> cards = new ArrayList<>();
        offered.forEach((name, tool) -> cards.add(new ToolCard(
                name,
                "A tool of another program, which the user admitted. It sees no rows. What its maker says of it is quoted as"
                        + " data under '" + name + "'.",
                tool.form().forModels(tool.admission()))));
        return List.copyOf(cards);
    }

    /** What the servers say of their tools, quoted. */
    public List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        offered.forEach((name, tool) -> blocks.add(Quoted.block("foreign tool " + name, tool.tool().told())));
        return List.copyOf(blocks);
    }

    /** Whether a wish is for one of these tools. */
    public boolean concerns(Sourced<ToolCall> foreign) {
        return offered.containsKey(foreign.open().name());
    }

    @Override
    public Gated<AuthorisedTool> admit(Sourced<ToolCall> foreign) {
        ToolCall wish = foreign.open();
        AdmittedTool tool = offered.get(wish.name());
        if (tool == null) {
            return Pass.refused(foreign.source(), "there is no such foreign tool; the tools are " + offered.keySet());
        }
        try {
            JsonNode given = Recordable.tree(MAPPER.readTree(wish.arguments().isBlank() ? "{}" : wish.arguments()));
            List<String> tainted = new ArrayList<>();
            given.fieldNames().forEachRemaining(tainted::add);
            tainted.removeAll(tool.admission().fromModels());
            if (!tainted.isEmpty()) {
                return Pass.refused(foreign.source(), tainted + " may not be filled by a model; only " + tool.admission().fromModels());
            }
            return Pass.through(new AuthorisedTool(tool, tool.arguments(given)));
        } catch (JsonProcessingException broken) {
            return Pass.refused(foreign.source(), "the arguments are not JSON");
        } catch (IllegalArgumentException unfit) {
            return Pass.refused(foreign.source(), unfit.getMessage());
        }
    }
}
