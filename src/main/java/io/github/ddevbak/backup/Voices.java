package io.github.ddevbak.backup;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.store.PartRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes one told story of projects that are worked on at once: what came of each is told together when its turn comes,
 * and what is being done to all of them is one progress line.
 */
final class Voices {
    private final Listener listener;
    private final boolean several;
    private final Map<String, String> doing = new LinkedHashMap<>();

    /** @param several false: one project at a time, each is told as it goes */
    Voices(Listener listener, boolean several) {
        this.listener = listener;
        this.several = several;
    }

    /** Hears one project, on the thread that works on it. */
    Voice of(Project project) {
        return new Voice(project.name().text());
    }

    private synchronized void doing(String project, String what) {
        doing.put(project, what);
        listener.working("", line());
    }

    private synchronized void done(String project) {
        doing.remove(project);
        if (!doing.isEmpty()) {
            listener.working("", line());
        }
    }

    private String line() {
        return doing.entrySet().stream()
                .map(one -> Printable.text(one.getKey()) + ": " + one.getValue())
                .collect(Collectors.joining("; "));
    }

    /** What is told of one project. */
    final class Voice implements Listener {
        private final String project;
        private final List<Runnable> told = new ArrayList<>();

        private Voice(String project) {
            this.project = project;
        }

        /** Nothing more is done to the project. */
        void end() {
            if (several) {
                done(project);
            }
        }

        /** Tells what came of the project, on the thread of the run. */
        void tell() {
            told.forEach(Runnable::run);
            told.clear();
        }

        private void later(Runnable telling) {
            if (several) {
                told.add(telling);
            } else {
                telling.run();
            }
        }

        @Override
        public void working(String name, String what) {
            if (several) {
                doing(project, what);
            } else {
                listener.working(name, what);
            }
        }

        @Override
        public void bytes(long soFar) {
            listener.bytes(soFar);
        }

        @Override
        public void files(String name, String what, long files, long ofFiles, long bytes, long ofBytes) {
            listener.files(name, what, files, ofFiles, bytes, ofBytes);
        }

        @Override
        public void part(Project of, PartRecord outcome) {
            later(() -> listener.part(of, outcome));
        }

        @Override
        public void told(String name, Finding finding) {
            later(() -> listener.told(name, finding));
        }

        @Override
        public void project(ProjectResult result) {
            later(() -> listener.project(result));
        }
    }
}
