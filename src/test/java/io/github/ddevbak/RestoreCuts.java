package io.github.ddevbak;

import io.github.ddevbak.demo.Fault;
import io.github.ddevbak.demo.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A trouble at the nth call of ddev or docker, for every n of a run of {@code restore}, from dumps and from snapshots. */
final class RestoreCuts implements ArgumentsProvider {
    /** As many as such a run makes, and a few. */
    static final int CALLS = 32;

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        List<Arguments> cuts = new ArrayList<>();
        for (String from : List.of("dump", "snapshot")) {
            for (String state : from.equals("dump") ? List.of("stopped", "paused") : List.of("paused")) {
                for (Kind kind : List.of(Kind.CANCELLED_HALF_WAY, Kind.DIES_HALF_WAY, Kind.DOCKER_DOWN)) {
                    for (int n = 1; n <= CALLS; n++) {
                        Fault fault = Fault.of(kind, Fault.Command.ANY);
                        cuts.add(Arguments.of(
                                kind == Kind.DOCKER_DOWN ? fault.fromCall(n) : fault.onCall(n), from, state));
                    }
                }
            }
        }
        return cuts.stream();
    }
}
