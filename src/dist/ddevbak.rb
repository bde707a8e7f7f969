class Ddevbak < Formula
  desc "Checked backups of every DDEV project"
  homepage "@home@"
  url "@home@/releases/download/v@version@/ddevbak-@version@.tar.gz"
  sha256 "@sha256@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    libexec.install "bin/ddevbak"
    # By the name that stays when either is upgraded: a schedule and a hook of ddevbak's hold it.
    (bin/"ddevbak").write_env_script opt_libexec/"ddevbak", JAVA_HOME: "${JAVA_HOME:-#{Formula["openjdk"].opt_prefix}}"
    man1.install "share/man/man1/ddevbak.1"
    bash_completion.install "share/bash-completion/completions/ddevbak"
    zsh_completion.install "share/zsh/site-functions/_ddevbak"
    pkgshare.install Dir["share/ddevbak/*"]
  end

  def caveats
    "Databases need ddev 1.24.7 or newer with Docker. Off-machine copies need restic: brew install restic"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/ddevbak --version")
    system bin/"ddevbak", "demo", "--keep", testpath/"demo"
  end
end
