#include "engine/cpu/thread_pool.h"

#include "engine/base/error.h"
#include "engine/base/thread_priority.h"

#include <chrono>
#include <system_error>
#include <utility>

namespace rbm::cpu {
namespace {

/// Waking a thread takes some 50 microseconds, and an update has three rounds
/// of work: looking out pays for about as long as the gaps between them.
constexpr std::chrono::microseconds kLookOut{200};

void relax() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

/// Returns once `value` differs from `old`.
void waitForChange(const std::atomic<std::uint32_t> &value, std::uint32_t old) {
    const auto end = std::chrono::steady_clock::now() + kLookOut;
    do {
        for (int look = 0; look < 64; ++look) {
            if (value.load(std::memory_order_acquire) != old) {
                return;
            }
            relax();
        }
        std::this_thread::yield(); // to a helper without a core of its own
    } while (std::chrono::steady_clock::now() < end);
    value.wait(old, std::memory_order_acquire);
}

} // namespace

ThreadPool::ThreadPool(std::size_t threads, bool background) {
    try {
        for (std::size_t index = 1; index < threads; ++index) {
            m_helpers.emplace_back([this, index, background] { help(index, background); });
        }
    } catch (const std::system_error &error) {
        stop();
        throw Error(
            Sentence("Cannot start %1 threads (%2); use fewer threads, or end other programs.",
                     threads, error.code().message()));
    }
}

ThreadPool::~ThreadPool() { stop(); }

void ThreadPool::stop() {
    m_stop = true;
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    for (auto &helper : m_helpers) {
        helper.join();
    }
}

void ThreadPool::runPart(std::size_t index) {
    const std::size_t parts = m_helpers.size() + 1;
    const std::size_t begin = m_count * index / parts;
    const std::size_t end = m_count * (index + 1) / parts;
    if (begin == end) {
        return;
    }
    try {
        (*m_work)(begin, end);
    } catch (...) { // no thread may leave while others still use the work
        const std::lock_guard lock(m_failureMutex);
        m_failure = std::current_exception();
    }
}

void ThreadPool::split(std::size_t count,
                       const std::function<void(std::size_t, std::size_t)> &work) {
    if (m_helpers.empty()) {
        if (count > 0) {
            work(0, count);
        }
        return;
    }
    m_work = &work;
    m_count = count;
    m_running.store(static_cast<std::uint32_t>(m_helpers.size()), std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    runPart(0);
    for (;;) {
        const std::uint32_t running = m_running.load(std::memory_order_acquire);
        if (running == 0) {
            break;
        }
        waitForChange(m_running, running);
    }
    if (m_failure) { // the helpers are done with it
        std::rethrow_exception(std::exchange(m_failure, nullptr));
    }
}

void ThreadPool::help(std::size_t index, bool background) {
    if (background) {
        lowerPriorityOfThisThread();
    }
    for (std::uint32_t seen = 0;; ++seen) {
        waitForChange(m_round, seen);
        if (m_stop) {
            return;
        }
        runPart(index);
        m_running.fetch_sub(1, std::memory_order_release);
        m_running.notify_one();
    }
}

} // namespace rbm::cpu
