import Base
import NIOCore
import NIOPosix

/// One connection: reads the head of a request, has it judged and answered, and reads the next one.
///
/// A class of the event loop's thread. Nothing is read of a client that is being answered.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = NIOCore.ByteBuffer
    typealias OutboundOut = NIOCore.ByteBuffer

    private enum State {
        case reading(HeadScan, since: NIODeadline)
        case answering
        case streaming(ReloadStream)
        /// All is said; what still comes is dropped.
        case draining(left: Int)
    }

    private let site: ReloadState
    private let workers: NIOThreadPool
    private let seats: Seats
    private let limits: Limits
    private var wire: Wire?
    private var port = 0
    private var state = State.answering
    private var unread: [UInt8] = []
    /// Whether the client has said that it sends no more. It may still listen.
    private var isHeardOut = false
    /// Of the answer under way, in memory.
    private var held = 0

    init(_ site: ReloadState, workers: NIOThreadPool, seats: Seats, limits: Limits) {
        (self.site, self.workers, self.seats, self.limits) = (site, workers, seats, limits)
    }

    /// Since when no request has come, or only a part of one; nil of a connection that is at work.
    var waitingSince: NIODeadline? { if case .reading(_, let since) = state { since } else { nil } }

    func leave() { wire?.close() }

    // MARK: What comes in

    func channelActive(context: ChannelHandlerContext) {
        port = context.localAddress?.port ?? 0
        let wire = Wire(context, workers: workers, limits: limits)
        self.wire = wire
        guard seats.take(self) else {
            return wire.write(AnswerHead(.busy, isLast: true).bytes[...]) { wire.close() }
        }
        readNext()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = Self.unwrapInboundIn(data)
        switch state {
        case .reading: unread += bytes.readableBytesView
        case .answering:
            if unread.count + bytes.readableBytes > limits.ahead { return leave() }
            unread += bytes.readableBytesView
        case .streaming: leave()
        case .draining(let left): state = .draining(left: left - bytes.readableBytes)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        switch state {
        case .reading: readOn()
        case .draining(let left): if left > 0 { wire?.read() } else { leave() }
        case .answering, .streaming: break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed? = event as? ChannelEvent else { return }
        isHeardOut = true
        switch state {
        case .reading: readOn()
        case .answering: break
        case .streaming, .draining: leave()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { leave() }

    func channelInactive(context: ChannelHandlerContext) {
        wire?.end()
        wire = nil
        seats.leave(self)
        seats.release(held)
        held = 0
        if case .streaming(let stream) = state {
            stream.end()
            seats.leaveStream()
        }
        state = .answering
    }

    // MARK: Requests

    private func readNext() {
        state = .reading(HeadScan(limits), since: .now())
        wire?.within(limits.waiting) { [self] in
            if unread.isEmpty { leave() } else { send(Answer(408, saying: "the request does not come"), isLast: true) }
        }
        readOn()
    }

    private func readOn() {
        guard case .reading(var scan, let since) = state else { return }
        switch scan.scan(unread) {
        case .unfinished where isHeardOut: leave()
        case .unfinished:
            state = .reading(scan, since: since)
            wire?.read()
        case .refused(let answer): send(answer, isLast: true)
        case .whole(let count):
            let head = unread[..<count]
            unread = Array(unread[count...])
            do throws(Refusal) { answer(try Request(head)) } catch { send(error.answer, isLast: true) }
        }
    }

    private func answer(_ request: Request) {
        let requestGuard = RequestGuard(port: port)
        let isHead = request.method == "HEAD"
        if let refusal = requestGuard.refusal(of: request) { return send(refusal, isHead: isHead, isLast: true) }
        if request.path == InjectedScript.channel {
            if let refusal = requestGuard.refusalOfChannel(request) {
                return send(refusal, isHead: isHead, isLast: true)
            }
            return stream(request)
        }
        state = .answering
        wire?.work { [site] in
            let now = site.current
            return Reply(site: now.site, version: now.version).answer(to: request)
        } then: { [self] in
            send($0, isHead: isHead, isLast: request.isLast)
        }
    }

    // MARK: Answers

    private func send(_ answer: Answer, isHead: Bool = false, isLast: Bool) {
        state = .answering
        let body = isHead ? .bytes([]) : answer.body
        // Small ones are not counted: one a connection is bounded already.
        let large = body.held > limits.piece ? body.held : 0
        guard seats.hold(large) else { return send(.busy, isLast: true) }
        held = large
        wire?.write(AnswerHead(answer, isLast: isLast).bytes[...]) { [self] in
            wire?.write(body) { [self] in
                seats.release(held)
                held = 0
                if isLast { drain() } else { readNext() }
            }
        }
    }

    /// Ends the connection once the client has seen the answer: an end while it still sends would take that from it.
    private func drain() {
        unread = []
        if isHeardOut { return leave() }
        state = .draining(left: limits.drained)
        wire?.closeOutput()
        wire?.within(limits.draining) { [self] in leave() }
        wire?.read()
    }

    private func stream(_ request: Request) {
        let head = AnswerHead(streamOf: "text/event-stream").bytes[...]
        if request.method == "HEAD" { return wire?.write(head) { [self] in drain() } ?? () }
        guard let wire, !isHeardOut, unread.isEmpty, seats.takeStream() else { return send(.busy, isLast: true) }
        let page = ReloadEvents.OpenPage(
            file: request.parameter("page").flatMap { percentDecoded($0) } ?? "",
            digest: request.parameter("digest") ?? "",
            version: request.parameter("version").flatMap { Int($0) } ?? 0)
        let stream = ReloadStream(site, page, over: wire)
        state = .streaming(stream)
        wire.write(head) { stream.begin() }
    }
}

extension Answer {
    static let busy = Answer(503, saying: "too many connections are open")
}
