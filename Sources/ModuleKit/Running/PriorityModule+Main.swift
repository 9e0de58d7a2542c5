#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension PriorityModule {
    /// Answers the host on standard input and output until the input ends.
    ///
    /// Frames keep descriptor 1 to themselves: it is put aside, and what is printed goes to standard error, so that a
    /// stray `print` is never read as a frame. The exit code is 0 at the end of input and 2 where it is no frames.
    public static func main() {
        let output = dup(STDOUT_FILENO)
        guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { exit(1) }
        do throws(ModuleLoop.Ending) {
            try ModuleLoop(input: STDIN_FILENO, output: output).run(ModuleResponder(Self()))
        } catch {
            switch error {
            case .unreadable(let wire): print("\(id): \(wire)")
            case .outputClosed: print("\(id): the host no longer reads")
            }
            exit(2)
        }
    }
}
