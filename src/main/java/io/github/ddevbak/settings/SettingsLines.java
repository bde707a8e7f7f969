package io.github.ddevbak.settings;

import java.util.List;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where in a YAML text something stands, for a message; asked only when something is wrong. */
final class SettingsLines {
    private SettingsLines() {}

    /**
     * The line of what the path leads to, from 1; empty where it leads nowhere.
     *
     * @param path keys of mappings as texts, places in lists as numbers from 0
     */
    static OptionalInt line(String yaml, List<Object> path) {
        Node node =
                new Compose(LoadSettings.builder().build()).composeString(yaml).orElse(null);
        OptionalInt line = OptionalInt.empty();
        for (Object step : path) {
            Node found = null;
            if (node instanceof MappingNode mapping) {
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals(step)) {
                        line = lineOf(key);
                        found = tuple.getValueNode();
                    }
                }
            } else if (node instanceof SequenceNode list
                    && step instanceof Integer place
                    && place < list.getValue().size()) {
                found = list.getValue().get(place);
                line = lineOf(found);
            }
            if (found == null) {
                return line;
            }
            node = found;
        }
        return line;
    }

    private static OptionalInt lineOf(Node node) {
        return node.getStartMark()
                .map(Mark::getLine)
                .map(l -> OptionalInt.of(l + 1))
                .orElse(OptionalInt.empty());
    }
}
