// The stand-in for the CUDA runtime, which has to find what would go wrong on a card: streams that
// forget to wait, captures that do not come together.
#include "tests/cuda/emulation/cuda_runtime.h"

#include <QtTest>

namespace {

/// Two streams with an event of the first.
struct TwoStreams {
    cudaStream_t first = nullptr;
    cudaStream_t second = nullptr;
    cudaEvent_t event = nullptr;
    TwoStreams() {
        cudaStreamCreateWithPriority(&first, cudaStreamNonBlocking, 0);
        cudaStreamCreateWithPriority(&second, cudaStreamNonBlocking, 0);
        cudaEventCreateWithFlags(&event, cudaEventDisableTiming);
    }
    ~TwoStreams() {
        cudaEventDestroy(event);
        cudaStreamDestroy(first);
        cudaStreamDestroy(second);
    }
    void secondWaitsForFirst() const {
        cudaEventRecord(event, first);
        cudaStreamWaitEvent(second, event, 0);
    }
};

void set(cudaStream_t stream, int &number, int value) {
    emulation::enqueue(stream, [&number, value] { number = value; });
}

void copy(cudaStream_t stream, const int &from, int &to) {
    emulation::enqueue(stream, [&from, &to] { to = from; });
}

} // namespace

class TestEmulatedStreams : public QObject {
    Q_OBJECT

private slots:
    void cleanup() {
        emulation::heal();
        emulation::machine() = {};
    }

    void workIsPutOffUntilItIsWaitedFor() {
        const TwoStreams streams;
        int number = 1;
        set(streams.first, number, 2);
        QCOMPARE(number, 1);
        cudaStreamSynchronize(streams.second);
        QCOMPARE(number, 1);
        cudaStreamSynchronize(streams.first);
        QCOMPARE(number, 2);
    }

    void aStreamThatForgetsToWaitFindsWhatWasThereBefore() {
        const TwoStreams streams;
        int number = 1;
        int found = 0;
        set(streams.first, number, 2);
        copy(streams.second, number, found);
        cudaStreamSynchronize(streams.second);
        QCOMPARE(found, 1);
        streams.secondWaitsForFirst();
        copy(streams.second, number, found);
        cudaStreamSynchronize(streams.second);
        QCOMPARE(found, 2);
    }

    // What two streams do at the same time happens in either order.
    void theOrderOfTwoStreamsCanBeTurned() {
        for (const bool lastFirst : {false, true}) {
            emulation::machine().lastFirst = lastFirst;
            const TwoStreams streams;
            int number = 0;
            set(streams.second, number, 2);
            set(streams.first, number, 1);
            streams.secondWaitsForFirst();
            cudaStreamSynchronize(streams.second);
            QCOMPARE(number, lastFirst ? 2 : 1);
        }
    }

    void aGraphKeepsTheOrderOfItsStreams() {
        for (const bool lastFirst : {false, true}) {
            emulation::machine().lastFirst = lastFirst;
            const TwoStreams streams;
            int number = 0;
            int half = 0;
            int whole = 0;
            cudaEvent_t back = nullptr;
            cudaEventCreateWithFlags(&back, cudaEventDisableTiming);
            cudaStreamBeginCapture(streams.first, cudaStreamCaptureModeThreadLocal);
            set(streams.first, number, 1);
            streams.secondWaitsForFirst();
            copy(streams.second, number, half);
            cudaEventRecord(back, streams.second);
            cudaStreamWaitEvent(streams.first, back, 0);
            copy(streams.first, half, whole);
            cudaGraph_t graph = nullptr;
            QCOMPARE(cudaStreamEndCapture(streams.first, &graph), cudaSuccess);
            cudaGraphExec_t replay = nullptr;
            QCOMPARE(cudaGraphInstantiate(&replay, graph, 0), cudaSuccess);
            cudaStreamSynchronize(streams.first);
            QCOMPARE(number, 0); // recorded, not done
            for (int launch = 0; launch < 2; ++launch) {
                number = half = whole = 0;
                QCOMPARE(cudaGraphLaunch(replay, streams.first), cudaSuccess);
                cudaStreamSynchronize(streams.first);
                QCOMPARE(whole, 1);
            }
            cudaGraphDestroy(graph);
            cudaGraphExecDestroy(replay);
            cudaEventDestroy(back);
        }
    }

    void aCaptureThatDoesNotComeTogetherIsRefused() {
        const TwoStreams streams;
        int number = 0;
        cudaStreamBeginCapture(streams.first, cudaStreamCaptureModeThreadLocal);
        streams.secondWaitsForFirst();
        set(streams.second, number, 1);
        cudaGraph_t graph = nullptr;
        QCOMPARE(cudaStreamEndCapture(streams.first, &graph), cudaErrorStreamCaptureUnjoined);
        QVERIFY(graph == nullptr);
        set(streams.second, number, 2); // no longer captured
        cudaStreamSynchronize(streams.second);
        QCOMPARE(number, 2);
    }

    void nothingIsAllocatedOrWaitedForInACapture() {
        const TwoStreams streams;
        void *memory = nullptr;
        cudaStreamBeginCapture(streams.first, cudaStreamCaptureModeThreadLocal);
        QCOMPARE(cudaMalloc(&memory, 8), cudaErrorStreamCaptureInvalidated);
        QCOMPARE(cudaStreamSynchronize(streams.first), cudaErrorStreamCaptureInvalidated);
        cudaGraph_t graph = nullptr;
        QCOMPARE(cudaStreamEndCapture(streams.first, &graph), cudaSuccess);
        cudaGraphDestroy(graph);
    }

    // Page-locked memory is read when its turn comes: whoever writes there too early is found.
    void copiesReadTheirSourceAsTheRuntimeDoes() {
        const TwoStreams streams;
        void *card = nullptr;
        void *locked = nullptr;
        cudaMalloc(&card, sizeof(int));
        cudaMallocHost(&locked, sizeof(int));
        int &source = *static_cast<int *>(locked);
        int usual = 1;
        int found = 0;
        const auto send = [&](int &from) {
            from = 1;
            cudaMemcpyAsync(card, &from, sizeof(int), cudaMemcpyHostToDevice, streams.first);
            from = 2;
            cudaMemcpyAsync(&found, card, sizeof(int), cudaMemcpyDeviceToHost, streams.first);
        };
        send(usual);
        QCOMPARE(found, 1);
        send(source);
        QCOMPARE(found, 2);
        cudaFree(card);
        cudaFreeHost(locked);
    }

    void aLostCardForgetsWhatWasQueued() {
        const TwoStreams streams;
        int number = 1;
        set(streams.first, number, 2);
        emulation::failAt("cudaStreamSynchronize", 1, cudaErrorLaunchFailure, true);
        QCOMPARE(cudaStreamSynchronize(streams.first), cudaErrorLaunchFailure);
        emulation::heal();
        QCOMPARE(cudaStreamSynchronize(streams.first), cudaSuccess);
        QCOMPARE(number, 1);
    }
};

QTEST_GUILESS_MAIN(TestEmulatedStreams)
#include "test_emulated_streams.moc"
