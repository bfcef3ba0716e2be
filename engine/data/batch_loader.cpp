#include "engine/data/batch_loader.h"

#include "engine/base/error.h"
#include "engine/random/philox.h"

#include <algorithm>
#include <deque>
#include <future>
#include <mutex>
#include <numeric>
#include <system_error>
#include <type_traits>

namespace rbm {

std::vector<std::uint32_t> epochOrder(std::size_t count, std::uint64_t seed, std::uint64_t epoch) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = count; i > 1; --i) {
        const auto bits =
            randomBits(seed, Purpose::Shuffle, epoch, 0, static_cast<std::uint32_t>(i));
        // Multiply and shift: its bias is below count / 2^32.
        const std::size_t j = static_cast<std::size_t>((std::uint64_t{bits} * i) >> 32);
        std::swap(order[i - 1], order[j]);
    }
    return order;
}

class BatchLoader::Impl {
public:
    Impl(std::shared_ptr<const Dataset> data, std::size_t batchSize, Pixels pixels,
         std::uint64_t seed, std::size_t threads)
        : m_data(std::move(data)), m_batchSize(batchSize), m_pixels(pixels), m_seed(seed),
          m_threads(threads) {
        if (m_data == nullptr || m_data->count() == 0 || batchSize == 0) {
            throw Error(Sentence("There are no training images to make mini-batches of."));
        }
    }

    std::size_t batchesPerEpoch() const {
        return (m_data->count() + m_batchSize - 1) / m_batchSize;
    }

    LoadedBatch load(std::uint64_t update) {
        if (m_threads == 0) {
            return prepare(update);
        }
        if (update != m_next) { // the caller jumped
            m_ahead.clear();
        }
        while (m_ahead.size() <= m_threads) {
            const std::uint64_t number = update + m_ahead.size();
            m_ahead.push_back(prepareAside(number));
        }
        LoadedBatch batch = m_ahead.front().get();
        m_ahead.pop_front();
        m_next = update + 1;
        return batch;
    }

    /// The order of the next epoch is made beside this one.
    LoadedBatch loadRows(std::uint64_t update) {
        LoadedBatch batch = rowsOf(update);
        if (m_threads > 0 && (!m_nextOrder.valid() || m_orderAhead != batch.epoch + 1)) {
            m_orderAhead = batch.epoch + 1;
            m_nextOrder = aside([this, epoch = m_orderAhead] { makeOrder(epoch); });
        }
        return batch;
    }

private:
    /// On a thread of its own, or, where the system gives none, once it is needed.
    template <typename Work>
    static std::future<std::invoke_result_t<Work>> aside(const Work &work) {
        try {
            return std::async(std::launch::async, work);
        } catch (const std::system_error &) {
            return std::async(std::launch::deferred, work);
        }
    }
    std::future<LoadedBatch> prepareAside(std::uint64_t update) {
        return aside([this, update] { return prepare(update); });
    }

    std::shared_ptr<const std::vector<std::uint32_t>> orderOf(std::uint64_t epoch) {
        const std::lock_guard lock(m_mutex);
        auto &slot = m_orders[epoch % 2];
        if (slot.order == nullptr || slot.epoch != epoch) {
            slot = {epoch, std::make_shared<const std::vector<std::uint32_t>>(
                               epochOrder(m_data->count(), m_seed, epoch))};
        }
        return slot.order;
    }

    /// Outside of the lock: the rows of the present epoch must not wait for it.
    void makeOrder(std::uint64_t epoch) {
        const auto order = std::make_shared<const std::vector<std::uint32_t>>(
            epochOrder(m_data->count(), m_seed, epoch));
        const std::lock_guard lock(m_mutex);
        m_orders[epoch % 2] = {epoch, order};
    }

    LoadedBatch rowsOf(std::uint64_t update) {
        const std::size_t first = update % batchesPerEpoch() * m_batchSize;
        const std::size_t last = std::min(first + m_batchSize, m_data->count());
        LoadedBatch batch;
        batch.epoch = update / batchesPerEpoch();
        const auto order = orderOf(batch.epoch);
        batch.rows.assign(order->begin() + static_cast<std::ptrdiff_t>(first),
                          order->begin() + static_cast<std::ptrdiff_t>(last));
        return batch;
    }

    LoadedBatch prepare(std::uint64_t update) {
        LoadedBatch batch = rowsOf(update);
        const std::size_t size = m_data->imageSize();
        batch.pixels.resize(batch.rows.size() * size);
        for (std::size_t n = 0; n < batch.rows.size(); ++n) {
            const auto source = m_data->image(batch.rows[n]);
            const auto image = std::span(batch.pixels).subspan(n * size, size);
            std::copy(source.begin(), source.end(), image.begin());
            if (m_pixels == Pixels::Sampled) {
                samplePixels(image, m_seed, Purpose::PixelSampling, batch.epoch, batch.rows[n]);
            } else if (m_pixels == Pixels::Threshold) {
                thresholdPixels(image);
            }
        }
        return batch;
    }

    struct Order {
        std::uint64_t epoch = 0;
        std::shared_ptr<const std::vector<std::uint32_t>> order;
    };

    std::shared_ptr<const Dataset> m_data;
    std::size_t m_batchSize;
    Pixels m_pixels;
    std::uint64_t m_seed;
    std::size_t m_threads;
    std::mutex m_mutex; ///< guards m_orders, which the threads share
    Order m_orders[2];
    std::uint64_t m_next = 0;
    std::uint64_t m_orderAhead = 0;
    std::future<void> m_nextOrder;                ///< its thread uses all before it
    std::deque<std::future<LoadedBatch>> m_ahead; ///< and so do these
};

BatchLoader::BatchLoader(std::shared_ptr<const Dataset> data, std::size_t batchSize, Pixels pixels,
                         std::uint64_t seed, std::size_t threads)
    : m_impl(std::make_unique<Impl>(std::move(data), batchSize, pixels, seed, threads)) {}
BatchLoader::~BatchLoader() = default;

std::size_t BatchLoader::batchesPerEpoch() const { return m_impl->batchesPerEpoch(); }

LoadedBatch BatchLoader::load(std::uint64_t update) { return m_impl->load(update); }

LoadedBatch BatchLoader::loadRows(std::uint64_t update) { return m_impl->loadRows(update); }

} // namespace rbm
