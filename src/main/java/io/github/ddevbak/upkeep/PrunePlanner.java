package io.github.ddevbak.upkeep;

import io.github.ddevbak.project.ByteCount;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.settings.Configuration;
import io.github.ddevbak.settings.KeepPolicy;
import io.github.ddevbak.settings.SettingsException;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.GoodParts;
import io.github.ddevbak.store.SetFiles;
import io.github.ddevbak.store.StoredSet;
import io.github.ddevbak.store.Suspicion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans what goes and what stays, project by project; writes nothing. */
final class PrunePlanner {
    private final Destination destination;
    private final Configuration configuration;

    PrunePlanner(Destination destination, Configuration configuration) {
        this.destination = destination;
        this.configuration = configuration;
    }

    /** Whether something says what may go of a project that says nothing itself. */
    boolean machineHasPolicy() {
        return configuration.forced().keep().isPresent()
                || configuration.withoutItsOwn().keep().isPresent();
    }

    /** @param snapshots whether also the snapshots that lie with ddev */
    PrunePlan plan(PruneTarget target, boolean snapshots, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Optional<KeepPolicy> policy = policy(target, findings);
        Optional<Part> suspect = suspect(target.sets());
        List<PruneItem> items = new ArrayList<>();
        long frees = 0;
        if (policy.isPresent()) {
            suspect.ifPresent(part -> findings.add(frozen(target, part)));
            try {
                frees += addSets(target, policy.get(), suspect, now, items, findings);
            } catch (DestinationException unreadable) {
                findings.add(Finding.error("store.not-removed", String.valueOf(unreadable.getMessage()), ""));
            }
            if (snapshots && target.approot().isPresent()) {
                frees += addSnapshots(target, policy.get(), suspect, now, items, findings);
            }
        }
        return new PrunePlan(target.project(), target.global(), policy, items, frees, findings);
    }

    /** The same of sets that are in a repository: each weighs there what was its own when it was made. */
    PrunePlan remote(PruneTarget target, boolean global, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Optional<KeepPolicy> policy = policy(target, findings);
        if (policy.isEmpty()) {
            return new PrunePlan(target.project(), global, policy, List.of(), 0, findings);
        }
        Optional<Part> suspect = suspect(target.sets());
        suspect.ifPresent(part -> findings.add(frozen(target, part)));
        List<SetFiles> files = target.sets().stream()
                .map(set -> new SetFiles(Set.of(set.id()), set.record().newBytes()))
                .toList();
        List<RetentionDecision> decisions = Retention.decide(
                target.sets().stream().map(RetentionSet::of).toList(), files, policy.get(), suspect, now);
        List<PruneItem> items = new ArrayList<>();
        long frees = 0;
        for (int i = 0; i < decisions.size(); i++) {
            StoredSet set = target.sets().get(i);
            items.add(new PruneItem(set.id(), set.folder(), Optional.of(set), decisions.get(i)));
            frees += decisions.get(i).keep() ? 0 : set.record().newBytes();
        }
        return new PrunePlan(target.project(), global, policy, items, frees, findings);
    }

    /** The part of the newest set that looks emptied, while nobody said that it should. */
    private static Optional<Part> suspect(List<StoredSet> sets) {
        return Suspicion.unaccepted(sets)
                .flatMap(set -> List.of(Part.values()).stream()
                        .filter(part -> GoodParts.state(set, part)
                                .filter(PartState.SUSPECT::equals)
                                .isPresent())
                        .findFirst());
    }

    private Optional<KeepPolicy> policy(PruneTarget target, List<Finding> findings) {
        try {
            Optional<KeepPolicy> forced = configuration.forced().keep();
            return forced.isPresent()
                    ? forced
                    : target.approot()
                            .map(configuration::at)
                            .orElseGet(configuration::withoutItsOwn)
                            .keep();
        } catch (SettingsException broken) {
            findings.add(Finding.error("usage.project-settings", String.valueOf(broken.getMessage()), ""));
            return Optional.empty();
        }
    }

    private static Finding frozen(PruneTarget target, Part part) {
        return Finding.warning(
                "prune.frozen",
                "Nothing of " + target.project() + " is removed: its newest " + part.word()
                        + " looks emptied, and nobody has said that it should be",
                "If it should, say so with 'ddevbak status --accept " + target.project() + "'.");
    }

    private long addSets(
            PruneTarget target,
            KeepPolicy policy,
            Optional<Part> suspect,
            Instant now,
            List<PruneItem> items,
            List<Finding> findings) {
        List<RetentionSet> known = target.sets().stream().map(RetentionSet::of).toList();
        List<SetFiles> files = policy.maxSize().isPresent() ? destination.weights(target.sets()) : List.of();
        List<RetentionDecision> decisions = Retention.decide(known, files, policy, suspect, now);
        for (int i = 0; i < decisions.size(); i++) {
            StoredSet set = target.sets().get(i);
            items.add(new PruneItem(set.id(), set.folder(), Optional.of(set), decisions.get(i)));
        }
        boolean all = decisions.stream().allMatch(RetentionDecision::keep);
        List<SetFiles> weighed = files.isEmpty() && !all ? destination.weights(target.sets()) : files;
        Set<String> kept = decisions.stream()
                .filter(RetentionDecision::keep)
                .map(decision -> decision.id().text())
                .collect(Collectors.toSet());
        long left = Retention.bytes(weighed, kept);
        if (policy.maxSize().isPresent() && left > policy.maxSize().get()) {
            findings.add(Finding.warning(
                    "prune.too-large",
                    "The sets of " + target.project() + " weigh " + ByteCount.text(left) + ", more than max-size ("
                            + ByteCount.text(policy.maxSize().get()) + "), and none of those left may be removed",
                    "'ddevbak prune --dry-run' says why each stays."));
        }
        return weighed.stream().mapToLong(SetFiles::bytes).sum() - left;
    }

    private static long addSnapshots(
            PruneTarget target,
            KeepPolicy policy,
            Optional<Part> suspect,
            Instant now,
            List<PruneItem> items,
            List<Finding> findings) {
        Path approot = target.approot().orElseThrow();
        try {
            List<OwnSnapshot> snapshots = new ArrayList<>(OwnSnapshot.of(approot));
            snapshots.sort(Comparator.comparing(OwnSnapshot::id).reversed().thenComparing(OwnSnapshot::file));
            List<SetFiles> files = snapshots.stream()
                    .map(one -> new SetFiles(Set.of(one.id().text()), one.bytes()))
                    .toList();
            List<RetentionDecision> decisions = Retention.decide(
                    snapshots.stream().map(OwnSnapshot::retained).toList(), files, policy, suspect, now);
            long frees = 0;
            for (int i = 0; i < decisions.size(); i++) {
                OwnSnapshot one = snapshots.get(i);
                items.add(new PruneItem(
                        String.valueOf(one.file().getFileName()), one.file(), Optional.empty(), decisions.get(i)));
                frees += decisions.get(i).keep() ? 0 : one.bytes();
            }
            return frees;
        } catch (IOException unreadable) {
            findings.add(Finding.error(
                    "prune.snapshot-not-removed",
                    "The snapshots of " + target.project() + " cannot be listed: "
                            + Printable.text(String.valueOf(unreadable.getMessage())),
                    "Give yourself access to .ddev/db_snapshots in " + Printable.text(approot.toString()) + "."));
            return 0;
        }
    }
}
