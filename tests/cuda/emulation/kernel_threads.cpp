#include "tests/cuda/emulation/kernel_threads.h"

#include "tests/cuda/emulation/emulation.h"

#include <atomic>
#include <bit>
#include <vector>

#include <dlfcn.h>
#include <ucontext.h>

thread_local EmulatedIndex blockIdx;
thread_local EmulatedIndex threadIdx;
thread_local EmulatedIndex blockDim;

namespace {

/// The C library's own: that of the address sanitizer prints a warning.
void switchTo(ucontext_t *from, const ucontext_t *to) {
    using Switch = int (*)(ucontext_t *, const ucontext_t *);
    static const auto own = reinterpret_cast<Switch>(
        dlsym(dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD), "swapcontext"));
    own(from, to);
}

/// The threads of a block that meet at barriers: fibers, each run to its next barrier in turn.
/// Real threads would spend their time on being woken.
class Fibers {
public:
    /// Those of `blocks` blocks, which have `bytes` of memory each.
    Fibers(unsigned blocks, unsigned threads, std::size_t bytes,
           const std::function<void()> &thread)
        : m_thread(thread), m_threads(threads), m_lanes(blocks * threads),
          m_stacks(blocks * threads * kStack), m_memory(blocks * words(bytes)),
          m_words(words(bytes)) {}

    /// `first` is the number of the first block.
    void runBlocks(std::size_t first) {
        threadsOfBlock = this;
        blockDim.x = m_threads;
        for (unsigned lane = 0; lane < m_lanes.size(); ++lane) {
            start(lane);
        }
        m_running = m_lanes.size();
        while (m_running > 0) {
            for (m_now = 0; m_now < m_lanes.size(); ++m_now) {
                threadIdx.x = m_now % m_threads;
                blockIdx.x = static_cast<unsigned>(first) + rank();
                switchTo(&m_scheduler, &m_lanes[m_now]);
            }
        }
        threadsOfBlock = nullptr;
    }

    unsigned rank() const { return m_now / m_threads; }
    unsigned char *memoryOf(unsigned rank) {
        return reinterpret_cast<unsigned char *>(m_memory.data() + rank * m_words);
    }
    void meet() { switchTo(&m_lanes[m_now], &m_scheduler); }

    static inline thread_local Fibers *threadsOfBlock = nullptr;

private:
    static constexpr std::size_t kStack = std::size_t{64} << 10;

    static std::size_t words(std::size_t bytes) {
        return (bytes + sizeof(uint4) - 1) / sizeof(uint4);
    }

    void start(unsigned lane) {
        ucontext_t &context = m_lanes[lane];
        getcontext(&context);
        context.uc_stack.ss_sp = m_stacks.data() + lane * kStack;
        context.uc_stack.ss_size = kStack;
        context.uc_link = nullptr;
        makecontext(&context, &Fibers::body, 0);
    }

    static void body() {
        Fibers &all = *threadsOfBlock;
        all.m_thread();
        --all.m_running;
        for (;;) { // a kernel's threads pass the same barriers, so all end in the same round
            all.meet();
        }
    }

    const std::function<void()> &m_thread;
    unsigned m_threads;
    std::vector<ucontext_t> m_lanes;
    std::vector<char> m_stacks;
    std::vector<uint4> m_memory; ///< [blocks, m_words]
    std::size_t m_words;
    ucontext_t m_scheduler{};
    unsigned m_now = 0;
    std::size_t m_running = 0;
};

} // namespace

void __syncthreads() { Fibers::threadsOfBlock->meet(); }

void __syncwarp() { __syncthreads(); }
int atomicAdd(int *number, int more) { return std::atomic_ref<int>(*number).fetch_add(more); }
void atomicOr(unsigned *word, unsigned bits) { std::atomic_ref<unsigned>(*word).fetch_or(bits); }
int __popc(unsigned bits) { return std::popcount(bits); }
int __ffs(int bits) { return bits == 0 ? 0 : std::countr_zero(static_cast<unsigned>(bits)) + 1; }

namespace emulation {

void runTogether(std::size_t blocks, unsigned threads, unsigned together, std::size_t bytes,
                 const std::function<void()> &thread) {
    Fibers fibers(together, threads, bytes, thread);
    for (std::size_t block = 0; block < blocks; block += together) {
        fibers.runBlocks(block);
    }
}

void run(std::size_t blocks, unsigned threads, const std::function<void()> &thread) {
    blockDim.x = threads;
    for (std::size_t block = 0; block < blocks; ++block) {
        blockIdx.x = static_cast<unsigned>(block);
        for (unsigned lane = 0; lane < threads; ++lane) {
            threadIdx.x = lane;
            thread();
        }
    }
}

unsigned blockRank() { return Fibers::threadsOfBlock->rank(); }
unsigned char *blockMemory(unsigned rank) { return Fibers::threadsOfBlock->memoryOf(rank); }

} // namespace emulation
