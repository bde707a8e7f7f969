package io.github.ddevbak.report;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.StoredVolumes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One part's outcome in a few words for its line. Pure. */
final class PartWords {
    private PartWords() {}

    static String of(PartRecord part) {
        long accepted = part.findings().stream().filter(f -> !f.counts()).count();
        String words = counted(part);
        return accepted == 0 ? words : words + (words.isEmpty() ? "" : "; ") + accepted + " accepted below";
    }

    private static String counted(PartRecord part) {
        List<Finding> told = part.findings().stream()
                .filter(Finding::counts)
                .filter(f -> f.severity() != Severity.INFO || part.state() == PartState.NONE)
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
        String facts = part.state() == PartState.FAILED ? "" : facts(part);
        if (told.isEmpty()) {
            return facts;
        }
        if (part.state() == PartState.OK && !facts.isEmpty()) {
            return facts + "; " + told.size() + (told.size() == 1 ? " warning" : " warnings") + " below";
        }
        String more = told.size() > 1 ? "; " + (told.size() - 1) + " more below" : "";
        return bare(told.get(0).sentence()) + more + (facts.isEmpty() ? "" : "; " + facts);
    }

    private static String bare(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String facts(PartRecord part) {
        return switch (part.part()) {
            case DATABASE -> database(part.facts());
            case CODE ->
                part.state() == PartState.OK && part.findings().stream().allMatch(Finding::counts)
                        ? code(part.facts())
                        : "";
            case CONFIG -> config(part);
            case FILES -> files(part);
            case VOLUMES -> volumes(part);
        };
    }

    private static String database(Map<String, Object> facts) {
        List<String> words = new ArrayList<>();
        if (facts.get("databases") instanceof List<?> databases) {
            for (Object each : databases) {
                if (each instanceof Map<?, ?> database) {
                    words.add(Printable.text(String.valueOf(database.get("name"))) + " "
                            + count(database.get("tables"), "table") + " " + count(database.get("rows"), "row") + " "
                            + Sizes.bytes(number(database.get("fileBytes"))));
                }
            }
        }
        if (facts.get("globals") != null) {
            words.add("users and grants");
        }
        if (facts.get("snapshot") instanceof Map<?, ?> snapshot) {
            words.add("snapshot " + Printable.text(String.valueOf(snapshot.get("name"))) + " "
                    + Sizes.bytes(number(snapshot.get("bytes"))));
        }
        if (Boolean.TRUE.equals(facts.get("started"))) {
            words.add("started for it");
        }
        return String.join(", ", words);
    }

    private static String code(Map<String, Object> facts) {
        if (facts.get("rescued") instanceof List<?> rescued && !rescued.isEmpty()) {
            return "what no remote has is in the set";
        }
        Object branch = facts.get("branch");
        Object known = facts.get("asOfWords");
        return branch == null
                ? ""
                : "all of it is on a remote, as of "
                        + (known == null ? "the last fetch" : Printable.text(String.valueOf(known)));
    }

    private static String config(PartRecord part) {
        if (part.state() == PartState.NONE) {
            return "git has all of it";
        }
        return part.facts().get("files") instanceof List<?> files
                ? count(files.size(), "file") + " that git does not have, "
                        + Sizes.bytes(number(part.facts().get("bytes")))
                : "";
    }

    private static String files(PartRecord part) {
        if (part.state() == PartState.NONE) {
            return "no user files";
        }
        Object upstream = part.facts().get("upstream");
        return count(part.facts().get("files"), "file") + ", "
                + Sizes.bytes(number(part.facts().get("bytes")))
                + copied(part)
                + (upstream == null ? "" : ", to be pulled again from " + Printable.text(String.valueOf(upstream)));
    }

    private static String volumes(PartRecord part) {
        List<String> words = new ArrayList<>();
        if (part.facts().get(StoredVolumes.FACT) instanceof List<?> volumes) {
            for (Object each : volumes) {
                if (each instanceof Map<?, ?> volume) {
                    words.add(Printable.text(String.valueOf(volume.get("key"))) + " "
                            + count(volume.get("files"), "file") + " "
                            + Sizes.bytes(number(volume.get("fileBytes"))));
                }
            }
        }
        return words.isEmpty() ? "no volumes" : String.join(", ", words);
    }

    private static String copied(PartRecord part) {
        if (!(part.facts().get("copied") instanceof Map<?, ?> copied)) {
            return "";
        }
        long files = number(copied.get("files"));
        long linked = number(copied.get("linked"));
        String which = files == number(part.facts().get("files")) ? "in the set" : files + " of them in the set";
        return ", " + which + (linked == 0 ? "" : linked == files ? " (unchanged)" : " (" + linked + " unchanged)");
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static String count(@Nullable Object value, String noun) {
        long number = number(value);
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
