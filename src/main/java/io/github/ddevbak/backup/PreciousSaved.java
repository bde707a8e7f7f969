package io.github.ddevbak.backup;

import io.github.ddevbak.git.PreciousFiles;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.store.PartRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Git ignores and a restore needs is no loss of the code where the config part has just saved it. Pure. */
final class PreciousSaved {
    private PreciousSaved() {}

    /** The parts, with the code's finding of precious ignored files lowered to what it is beside such a config part. */
    static void settle(Map<Part, PartRecord> parts) {
        PartRecord code = parts.get(Part.CODE);
        PartRecord config = parts.get(Part.CONFIG);
        if (code != null && config != null && config.state() == PartState.OK) {
            parts.put(Part.CODE, settled(code, names(config, "files")));
        }
    }

    private static PartRecord settled(PartRecord code, List<String> saved) {
        List<String> precious = names(code, CodePart.PRECIOUS);
        Set<String> kept = new HashSet<>(saved);
        if (precious.isEmpty() || !kept.containsAll(precious)) {
            return code;
        }
        Finding loss = PreciousFiles.finding(precious);
        List<Finding> findings = code.findings().stream()
                .map(finding -> same(loss, finding) ? PreciousFiles.saved(precious) : finding)
                .toList();
        return Outcomes.of(Part.CODE, PartState.OK, findings, code.facts(), code.tookMillis());
    }

    /** A rescue may have lowered it already, and said so after the sentence. */
    private static boolean same(Finding loss, Finding finding) {
        String open = loss.sentence().substring(0, loss.sentence().length() - 1);
        return finding.code().equals(loss.code()) && finding.sentence().startsWith(open);
    }

    private static List<String> names(PartRecord part, String fact) {
        return part.facts().get(fact) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
