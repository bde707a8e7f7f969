class Ddevbak < Formula
  desc "Checked backups of every DDEV project"
  homepage "@home@"
  url "@home@/releases/download/v@version@/ddevbak-@version@.tar.gz"
  sha256 "@sha256@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    # The program looks for a Java beside it, links followed. So it has one also where only its path is known, as in a
    # hook, and whatever JAVA_HOME says. The links stay when either is upgraded.
    (libexec/"bin").install "bin/ddevbak"
    (libexec/"lib").install_symlink HOMEBREW_PREFIX/"opt/openjdk" => "ddevbak"
    bin.install_symlink libexec/"bin/ddevbak"
    man1.install "share/man/man1/ddevbak.1"
    bash_completion.install "share/bash-completion/completions/ddevbak"
    zsh_completion.install "share/zsh/site-functions/_ddevbak"
    pkgshare.install Dir["share/ddevbak/*"]
  end

  def caveats
    "Databases need ddev 1.24.7 or newer with Docker. Off-machine copies need restic: brew install restic"
  end

  test do
    # Else what ddevbak makes to start quicker is still being written when the folder of the test is deleted.
    ENV["XDG_CACHE_HOME"] = File::NULL
    assert_match version.to_s, shell_output("#{bin}/ddevbak --version")
    system bin/"ddevbak", "demo", "--keep", testpath/"demo"
  end
end
