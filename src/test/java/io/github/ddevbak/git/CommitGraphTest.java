package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitGraphTest {

    @Test
    void aMergeReachesBothSidesAndStopsAtWhatIsPushed() {
        CommitGraph graph = CommitGraph.parse("40 d b c\n30 c pushed\n20 b a\n10 a pushed\n");

        assertThat(graph.reachedFrom(List.of("d"))).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(graph.reachedBesides(Set.of("a", "b"), List.of("d"))).containsExactlyInAnyOrder("c", "d");
        assertThat(graph.reachedFrom(List.of("pushed"))).isEmpty();
        assertThat(graph.oldest(Set.of("b", "c"))).contains(Instant.ofEpochSecond(20));
        assertThat(graph.oldest(Set.of())).isEqualTo(Optional.empty());
    }

    /** The numbers told are git's own, for random histories. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260310})
    void everyBranchHasAsManyUnpushedCommitsAsGitCounts(long seed, @TempDir Path temp) {
        Random random = new Random(seed);
        Sandbox sandbox = new Sandbox(temp);
        Path shop = sandbox.clonedFromElsewhere();
        List<String> commits = new ArrayList<>(List.of(sandbox.git(shop, "rev-parse", "HEAD")));
        String tree = sandbox.git(shop, "rev-parse", "HEAD^{tree}");
        for (int i = 0; i < 15; i++) {
            String one = commits.get(random.nextInt(commits.size()));
            String other = commits.get(random.nextInt(commits.size()));
            commits.add(sandbox.git(shop, "commit-tree", "-p", one, "-p", other, "-m", "commit " + i, tree));
        }
        for (int i = 0; i < 4; i++) {
            sandbox.git(shop, "branch", "-f", "b" + i, commits.get(random.nextInt(commits.size())));
        }
        sandbox.git(shop, "update-ref", "refs/remotes/origin/some", commits.get(random.nextInt(commits.size())));

        List<String> told = sandbox.check(shop).findings().stream()
                .filter(finding -> finding.code().equals("code.unpushed-branch"))
                .map(finding -> finding.sentence().replaceAll(" commits? that.*", ""))
                .toList();

        List<String> counted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String count = sandbox.git(shop, "rev-list", "--count", "b" + i, "--not", "--remotes");
            if (!count.equals("0")) {
                counted.add("Branch b" + i + " has " + count);
            }
        }
        assertThat(told).isEqualTo(counted);
    }
}
