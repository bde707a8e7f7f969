package io.github.ddevbak.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What shall go wrong in the simulated ddev; nothing in the demo. */
public record Faults(List<Fault> all) {
    public static final Faults NONE = new Faults(List.of());

    public Faults {
        all = List.copyOf(all);
    }

    public static Faults of(Fault... faults) {
        return new Faults(List.of(faults));
    }

    public Faults and(Fault fault) {
        List<Fault> more = new ArrayList<>(all);
        more.add(fault);
        return new Faults(more);
    }

    /** One fault a line, as {@link Fault#text}; for handing them to a child process. */
    public String text() {
        return all.stream().map(Fault::text).collect(Collectors.joining("\n"));
    }

    /** Reads {@link #text}; blank lines are skipped. */
    public static Faults parse(String text) {
        return new Faults(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Fault.parse(line.strip()))
                .toList());
    }

    /** The faults that strike the newest of the calls made so far. */
    Strikes striking(List<CallLog.Entry> calls) {
        CallLog.Entry now = calls.get(calls.size() - 1);
        List<Fault> striking = new ArrayList<>();
        for (Fault fault : all) {
            long nth = calls.stream()
                    .filter(call -> fault.concerns(call.command(), call.project()))
                    .count();
            if (fault.concerns(now.command(), now.project()) && nth >= fault.first() && nth <= fault.last()) {
                striking.add(fault);
            }
        }
        return new Strikes(striking);
    }
}
