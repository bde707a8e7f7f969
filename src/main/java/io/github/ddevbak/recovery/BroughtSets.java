package io.github.ddevbak.recovery;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.remote.RemoteSnapshot;
import java.util.List;

/**
 * What came of bringing sets from a repository.
 *
 * @param brought those that came and were read to their end
 * @param there those that were here
 * @param findings why others did not
 */
public record BroughtSets(List<RemoteSnapshot> brought, List<RemoteSnapshot> there, List<Finding> findings) {
    public BroughtSets {
        brought = List.copyOf(brought);
        there = List.copyOf(there);
        findings = List.copyOf(findings);
    }
}
