package io.github.ddevbak.demo;

import java.util.List;
import java.util.Optional;

/** The faults that strike one call. */
record Strikes(List<Fault> faults) {

    boolean has(Fault.Kind kind) {
        return find(kind).isPresent();
    }

    /** The detail of a fault; empty where it does not strike. */
    String detail(Fault.Kind kind) {
        return find(kind).map(Fault::detail).orElse("");
    }

    private Optional<Fault> find(Fault.Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
    }
}
