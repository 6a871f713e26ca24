package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// build makes the program, and one that does nothing to compare it with.
func build(b *testing.B) (diglot, nothing string) {
	b.Helper()
	dir := b.TempDir()
	diglot, nothing = filepath.Join(dir, "diglot"), filepath.Join(dir, "nothing")
	source := filepath.Join(dir, "nothing.go")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	for target, pkg := range map[string]string{diglot: ".", nothing: source} {
		if out, err := exec.Command("go", "build", "-o", target, pkg).CombinedOutput(); err != nil {
			b.Fatalf("go build %s: %v\n%s", pkg, err, out)
		}
	}
	return diglot, nothing
}

// once runs a program in a folder and gives the wall time of the process.
func once(b *testing.B, dir, program string, args ...string) time.Duration {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	begin := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s %v: %v\n%s", program, args, err, out)
	}
	return time.Since(begin)
}

// BenchmarkStart is the whole process of "diglot version", beside one that does
// nothing.
func BenchmarkStart(b *testing.B) {
	diglot, nothing := build(b)
	var ours, theirs time.Duration
	for b.Loop() {
		ours += once(b, "", diglot, "version")
		theirs += once(b, "", nothing)
	}
	b.ReportMetric(float64(ours.Microseconds())/1000/float64(b.N), "ms/start")
	b.ReportMetric(float64(ours)/float64(theirs), "times-an-empty-process")
}

// BenchmarkSample is importing and checking the sample, each a process of its own.
func BenchmarkSample(b *testing.B) {
	diglot, nothing := build(b)
	seeds, err := filepath.Abs("../../seeds")
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	article := filepath.Join(dir, "hama.txt")
	once(b, dir, diglot, "init", "--source", "ar", "--targets", "en")
	once(b, dir, diglot, "memory", "add", filepath.Join(seeds, "memory.tmx"))
	once(b, dir, diglot, "term", "import", filepath.Join(seeds, "glossary.csv"))
	versions := []string{"hama.ar.txt", "hama.v2.ar.txt"}
	var imports, checks, empty time.Duration
	for i := 0; b.Loop(); i++ {
		data, err := os.ReadFile(filepath.Join(seeds, versions[i%2]))
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(article, data, 0o644); err != nil {
			b.Fatal(err)
		}
		imports += once(b, dir, diglot, "import", "hama.txt")
		once(b, dir, diglot, "translate")
		checks += once(b, dir, diglot, "check", "--fail-on", "never")
		empty += once(b, dir, nothing)
	}
	b.ReportMetric(float64(imports.Microseconds())/1000/float64(b.N), "ms/import")
	b.ReportMetric(float64(checks.Microseconds())/1000/float64(b.N), "ms/check")
	b.ReportMetric(float64(imports+checks)/float64(empty), "times-an-empty-process")
}
