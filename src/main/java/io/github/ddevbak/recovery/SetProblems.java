package io.github.ddevbak.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What all threads find wrong with one set: the first hundreds one by one, the rest as a number. */
final class SetProblems {
    private static final int TOLD = 200;

    private final List<SetProblem> told = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private long more;
    private boolean bad;

    synchronized void add(SetProblem problem) {
        bad |= problem.proved();
        if (told.size() < TOLD) {
            told.add(problem);
        } else {
            more++;
        }
    }

    synchronized void unchecked(String sentence) {
        unchecked.add(sentence);
    }

    /** In the order of the files, those of the set as a whole first. */
    synchronized List<SetProblem> list() {
        List<SetProblem> sorted = new ArrayList<>(told);
        sorted.sort(Comparator.comparing(SetProblem::file));
        return sorted;
    }

    synchronized List<String> unchecked() {
        List<String> sorted = new ArrayList<>(unchecked);
        sorted.sort(Comparator.naturalOrder());
        return sorted;
    }

    synchronized long more() {
        return more;
    }

    /** Whether something is wrong for certain. */
    synchronized boolean bad() {
        return bad;
    }

    synchronized boolean any() {
        return !told.isEmpty();
    }
}
