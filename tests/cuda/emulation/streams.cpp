// Streams, events and graphs of the stand-in: work waits until somebody waits for it.
#include "tests/cuda/emulation/streams.h"

#include "tests/cuda/emulation/cuda_runtime.h"
#include "tests/cuda/emulation/kernel_threads.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace {

/// A piece of work and what has to be done before it.
struct Node {
    std::function<void()> work;
    std::vector<std::shared_ptr<Node>> before;
    bool isDone = false;
};
using NodePointer = std::shared_ptr<Node>;

} // namespace

struct EmulatedGraph {
    std::vector<NodePointer> nodes; ///< each behind those that it waits for
};

struct EmulatedStream {
    NodePointer last;                        ///< null: nothing was queued yet
    std::shared_ptr<EmulatedGraph> captured; ///< what its calls are recorded in; null: none
    NodePointer lastCaptured;
    bool isOrigin = false; ///< the capture began on it
};

struct EmulatedEvent {
    NodePointer reached; ///< null: never recorded, or on a stream without work
    std::shared_ptr<EmulatedGraph> captured;
};

namespace {

std::set<cudaStream_t> &streams() {
    static std::set<cudaStream_t> all;
    return all;
}

/// A loop, as chains of work get long. Of several that a node waits for, the last is done first
/// or the first, as the machine says.
void run(const NodePointer &wanted) {
    std::vector<NodePointer> stack;
    if (wanted != nullptr) {
        stack.push_back(wanted);
    }
    while (!stack.empty()) {
        const NodePointer node = stack.back();
        std::vector<NodePointer> open;
        for (const NodePointer &before : node->before) {
            if (!before->isDone) {
                open.push_back(before);
            }
        }
        if (open.empty()) {
            if (!node->isDone && node->work) {
                node->work();
            }
            node->isDone = true;
            node->work = {};
            node->before.clear();
            stack.pop_back();
        } else {
            stack.push_back(emulation::machine().lastFirst ? open.back() : open.front());
        }
    }
}

void append(cudaStream_t stream, NodePointer node) {
    if (stream->captured != nullptr) {
        if (stream->lastCaptured != nullptr) {
            node->before.insert(node->before.begin(), stream->lastCaptured);
        }
        stream->captured->nodes.push_back(node);
        stream->lastCaptured = std::move(node);
        return;
    }
    if (stream->last != nullptr && !stream->last->isDone) {
        node->before.insert(node->before.begin(), stream->last);
    }
    stream->last = std::move(node);
}

/// The streams that joined the capture leave it; whether the origin waited for all their work.
bool endCapture(cudaStream_t origin) {
    std::set<const Node *> reached;
    std::vector<const Node *> open = {origin->lastCaptured.get()};
    while (!open.empty()) {
        const Node *node = open.back();
        open.pop_back();
        if (node != nullptr && reached.insert(node).second) {
            for (const NodePointer &before : node->before) {
                open.push_back(before.get());
            }
        }
    }
    bool joined = true;
    const auto graph = origin->captured;
    for (const cudaStream_t stream : streams()) {
        if (stream->captured == graph) {
            joined = joined && (stream->lastCaptured == nullptr ||
                                reached.count(stream->lastCaptured.get()) > 0);
            stream->captured = nullptr;
            stream->lastCaptured = nullptr;
            stream->isOrigin = false;
        }
    }
    return joined;
}

} // namespace

namespace emulation {

std::recursive_mutex &mutex() {
    static std::recursive_mutex all;
    return all;
}

void runAll(cudaStream_t stream) {
    run(stream->last);
    stream->last = nullptr;
}

void runEverything() {
    for (const cudaStream_t stream : streams()) {
        runAll(stream);
    }
}

void dropEverything() {
    for (const cudaStream_t stream : streams()) {
        stream->last = nullptr;
    }
}

bool isCapturing() {
    return std::any_of(streams().begin(), streams().end(),
                       [](cudaStream_t stream) { return stream->captured != nullptr; });
}

cudaError_t enqueue(cudaStream_t stream, std::function<void()> work) {
    const std::lock_guard lock(mutex());
    if (isLost()) {
        return cudaErrorLaunchFailure;
    }
    append(stream, std::make_shared<Node>(Node{std::move(work), {}}));
    return cudaSuccess;
}

/// As launch.h asks after one: an error that nobody asked for yet counts, too.
cudaError_t calledLaunch() {
    called("launch");
    return cudaGetLastError();
}

/// `work`, or nothing where the card is wrong here.
std::function<void()> asTheCardDoes(std::function<void()> work) {
    int &skips = machine().skips;
    skips = skips > 0 ? skips - 1 : -1;
    return skips == 0 ? std::function<void()>() : work;
}

cudaError_t launch(cudaStream_t stream, std::size_t blocks, unsigned threads, bool barriers,
                   std::function<void()> thread) {
    const cudaError_t error = calledLaunch();
    if (error != cudaSuccess) {
        return error;
    }
    return enqueue(stream, asTheCardDoes([=, thread = std::move(thread)] {
                       barriers ? runTogether(blocks, threads, 1, 0, thread)
                                : run(blocks, threads, thread);
                   }));
}

cudaError_t launchClusters(cudaStream_t stream, std::size_t blocks, unsigned threads,
                           unsigned together, std::size_t bytes, std::function<void()> thread) {
    const cudaError_t error = calledLaunch();
    if (error != cudaSuccess) {
        return error;
    }
    return enqueue(stream, asTheCardDoes([=, thread = std::move(thread)] {
                       runTogether(blocks, threads, together, bytes, thread);
                   }));
}

} // namespace emulation

using emulation::called;

cudaError_t cudaDeviceGetStreamPriorityRange(int *least, int *greatest) {
    *least = 0;
    *greatest = -5;
    return called("cudaDeviceGetStreamPriorityRange");
}

cudaError_t cudaStreamCreateWithPriority(cudaStream_t *stream, unsigned, int) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaStreamCreate");
    *stream = nullptr;
    if (error == cudaSuccess) {
        *stream = new EmulatedStream;
        streams().insert(*stream);
    }
    return error;
}

cudaError_t cudaStreamDestroy(cudaStream_t stream) {
    const std::lock_guard lock(emulation::mutex());
    emulation::isLost() ? emulation::dropEverything() : emulation::runAll(stream);
    streams().erase(stream);
    delete stream;
    return cudaSuccess;
}

cudaError_t cudaStreamSynchronize(cudaStream_t stream) {
    const std::lock_guard lock(emulation::mutex());
    cudaError_t error = called("cudaStreamSynchronize");
    if (error == cudaSuccess && emulation::isCapturing()) {
        error = emulation::failed(cudaErrorStreamCaptureInvalidated);
    }
    if (error == cudaSuccess) {
        emulation::runAll(stream);
    }
    return error;
}

cudaError_t cudaStreamWaitEvent(cudaStream_t stream, cudaEvent_t event, unsigned) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaStreamWaitEvent");
    if (error != cudaSuccess || event->reached == nullptr) {
        return error;
    }
    if (event->captured != nullptr && stream->captured == nullptr) {
        stream->captured = event->captured; // it joins the capture
    }
    if (stream->captured != event->captured) {
        return emulation::failed(cudaErrorStreamCaptureInvalidated);
    }
    append(stream, std::make_shared<Node>(Node{{}, {event->reached}}));
    return cudaSuccess;
}

cudaError_t cudaStreamBeginCapture(cudaStream_t stream, cudaStreamCaptureMode) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaStreamBeginCapture");
    if (error == cudaSuccess) {
        stream->captured = std::make_shared<EmulatedGraph>();
        stream->isOrigin = true;
    }
    return error;
}

cudaError_t cudaStreamEndCapture(cudaStream_t stream, cudaGraph_t *graph) {
    const std::lock_guard lock(emulation::mutex());
    *graph = nullptr;
    const cudaError_t error = called("cudaStreamEndCapture");
    const auto recorded = stream->captured;
    if (recorded == nullptr || !stream->isOrigin) {
        return emulation::failed(cudaErrorStreamCaptureInvalidated);
    }
    if (!endCapture(stream)) {
        return emulation::failed(cudaErrorStreamCaptureUnjoined);
    }
    *graph = new EmulatedGraph(*recorded);
    return error;
}

cudaError_t cudaGraphInstantiate(cudaGraphExec_t *replay, cudaGraph_t graph, unsigned long long) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaGraphInstantiate");
    *replay = error == cudaSuccess ? new EmulatedGraph(*graph) : nullptr;
    return error;
}

/// Its nodes once more, between what was queued and what comes.
cudaError_t cudaGraphLaunch(cudaGraphExec_t replay, cudaStream_t stream) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaGraphLaunch");
    if (error != cudaSuccess) {
        return error;
    }
    std::map<const Node *, NodePointer> copies;
    const auto end = std::make_shared<Node>();
    for (const NodePointer &node : replay->nodes) {
        const auto copy = std::make_shared<Node>(Node{node->work, {}});
        for (const NodePointer &before : node->before) {
            copy->before.push_back(copies.at(before.get()));
        }
        if (copy->before.empty() && stream->last != nullptr) {
            copy->before.push_back(stream->last);
        }
        copies[node.get()] = copy;
        end->before.push_back(copy);
    }
    append(stream, end);
    return error;
}

cudaError_t cudaGraphDestroy(cudaGraph_t graph) {
    delete graph;
    return cudaSuccess;
}

cudaError_t cudaGraphExecDestroy(cudaGraphExec_t replay) { return cudaGraphDestroy(replay); }

cudaError_t cudaEventCreateWithFlags(cudaEvent_t *event, unsigned) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaEventCreate");
    *event = error == cudaSuccess ? new EmulatedEvent : nullptr;
    return error;
}

cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t stream) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaEventRecord");
    if (error == cudaSuccess) { // a node of its own: a capture that has none yet can be forked, too
        append(stream, std::make_shared<Node>());
        event->captured = stream->captured;
        event->reached = stream->captured != nullptr ? stream->lastCaptured : stream->last;
    }
    return error;
}

cudaError_t cudaEventSynchronize(cudaEvent_t event) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaEventSynchronize");
    if (error == cudaSuccess && event->captured == nullptr) {
        run(event->reached);
    }
    return error == cudaSuccess && event->captured != nullptr
               ? emulation::failed(cudaErrorStreamCaptureInvalidated)
               : error;
}

cudaError_t cudaEventElapsedTime(float *milliseconds, cudaEvent_t, cudaEvent_t) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaEventElapsedTime");
    const auto &clock = emulation::machine().milliseconds;
    *milliseconds = clock ? clock() : 0;
    return error;
}

cudaError_t cudaEventDestroy(cudaEvent_t event) {
    delete event;
    return cudaSuccess;
}
