private import Libc

/// The CPU time that `work` takes on the thread it is called on: what other processes and tests do meanwhile does not
/// count.
package func threadTime(_ work: () -> Void) -> Duration {
    let start = threadTime()
    work()
    return threadTime() - start
}

private func threadTime() -> Duration {
    var time = timespec()
    precondition(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0, "the system has no clock for a thread's CPU time")
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
