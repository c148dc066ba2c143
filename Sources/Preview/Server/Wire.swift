import NIOCore
import NIOPosix

/// The way to one client: what is sent, in which time it is taken, and the end of it. Whatever fails closes it.
///
/// A class of the event loop's thread.
final class Wire {
    private let context: ChannelHandlerContext
    private let workers: NIOThreadPool
    private let limits: Limits
    private var isOpen = true
    private var deadline: Scheduled<Void>?

    init(_ context: ChannelHandlerContext, workers: NIOThreadPool, limits: Limits) {
        (self.context, self.workers, self.limits) = (context, workers, limits)
    }

    /// To be called when the connection is gone.
    func end() {
        isOpen = false
        deadline?.cancel()
    }

    func close() { if isOpen { context.close(promise: nil) } }

    func closeOutput() { if isOpen { context.close(mode: .output, promise: nil) } }

    /// Takes the next bytes of the client, of which none are taken unasked.
    func read() { if isOpen { context.read() } }

    /// Sets the one clock of the connection: what is to happen unless it is set again before.
    func within(_ time: TimeAmount, otherwise expired: @escaping () -> Void) {
        deadline?.cancel()
        guard isOpen else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time, expired)
    }

    /// Does what takes long on another thread, unless the client has left before its turn.
    func work<Result: Sendable>(
        _ body: @escaping @Sendable () throws -> Result, then next: @escaping (Result) -> Void
    ) {
        guard isOpen else { return }
        deadline?.cancel()
        let channel = context.channel
        let result = workers.runIfActive(eventLoop: context.eventLoop) {
            guard channel.isActive else { throw ChannelError.ioOnClosedChannel }
            return try body()
        }
        result.assumeIsolated().whenComplete { result in
            guard self.isOpen else { return }
            if case .success(let value) = result { next(value) } else { self.close() }
        }
    }

    /// Calls `told` on the event loop's thread after each change of the site, until the subscription ends.
    func subscribe(to site: ReloadState, _ told: @escaping () -> Void) -> Int {
        let (loop, told) = (context.eventLoop, NIOLoopBound(told, eventLoop: context.eventLoop))
        return site.subscribe { loop.execute { told.value() } }
    }

    /// Writes bytes, and goes on once the client has taken them and others had their turn.
    func write(_ bytes: ArraySlice<UInt8>, then next: @escaping () -> Void) {
        guard isOpen else { return }
        within(limits.stalled) { self.close() }
        let written = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(
            Connection.wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: written)
        written.futureResult.assumeIsolated().whenComplete { result in
            guard self.isOpen else { return }
            guard case .success = result else { return self.close() }
            self.context.eventLoop.assumeIsolated().execute(next)
        }
    }

    /// Writes a body piece by piece, so that a large one is neither in memory nor in anyone's way.
    func write(_ body: Body, from start: Int = 0, then next: @escaping () -> Void) {
        guard start < body.count else { return next() }
        let piece = body.part(start..<min(start + limits.piece, body.count))
        let write = { (bytes: ArraySlice<UInt8>) in
            self.write(bytes) { self.write(body, from: start + piece.count, then: next) }
        }
        if case .bytes(let bytes) = piece { write(bytes) } else { work({ try piece.read() }, then: write) }
    }
}
