import NIOCore
import NIOPosix

/// Why nothing can listen at a port.
package struct ListenFailure: Error {
    /// The system's error number.
    package let code: Int32
}

/// Takes the connections of browsers at a port of 127.0.0.1, on a thread of its own.
struct Listener {
    /// The port, also where any that is free was asked for.
    let port: Int

    private let loop: MultiThreadedEventLoopGroup
    private let workers: NIOThreadPool
    private let socket: any Channel

    init(_ site: ReloadState, port: UInt16, limits: Limits = Limits()) throws(ListenFailure) {
        let (loop, workers) = (MultiThreadedEventLoopGroup(numberOfThreads: 1), Self.workers())
        do {
            socket = try Self.bind(site, port: port, limits, loop, workers).wait()
        } catch {
            Self.stop(loop, workers)
            throw ListenFailure(code: (error as? IOError)?.errnoCode ?? 0)
        }
        (self.loop, self.workers, self.port) = (loop, workers, socket.localAddress?.port ?? 0)
    }

    /// Closes all connections.
    func stop() { Self.stop(loop, workers) }

    private static func stop(_ loop: MultiThreadedEventLoopGroup, _ workers: NIOThreadPool) {
        try? loop.syncShutdownGracefully()
        try? workers.syncShutdownGracefully()
    }

    /// The threads that make answers, so that one page that takes long does not keep the others waiting.
    private static func workers() -> NIOThreadPool {
        let workers = NIOThreadPool(numberOfThreads: max(2, System.coreCount))
        workers.start()
        return workers
    }

    private static func bind(
        _ site: ReloadState, port: UInt16, _ limits: Limits, _ loop: MultiThreadedEventLoopGroup,
        _ workers: NIOThreadPool
    ) throws -> EventLoopFuture<any Channel> {
        let one = loop.next()
        let seats = try one.submit { NIOLoopBound(Seats(limits), eventLoop: one) }.wait()
        return ServerBootstrap(group: loop)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // Without it a small answer waits for the client's acknowledgement of the one before, 40 ms.
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 16 * 1024))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        Connection(site, workers: workers, seats: seats.value, limits: limits))
                }
            }
            .bind(host: "127.0.0.1", port: Int(port))
    }
}
