#include "ui/window/chain_edits.h"

#include <QUndoCommand>

#include <utility>

namespace rbm {

namespace {
constexpr int kMostCommands = 100;

bool areSame(const ByteTiles &a, const ByteTiles &b) {
    return a == b || (a != nullptr && b != nullptr && *a == *b);
}
} // namespace

/// Goes between two setups, which share the arrays that did not change.
class ChainEdits::Command : public QUndoCommand {
public:
    Command(ChainEdits &edits, ChainSetup after, int chain, const QString &text)
        : QUndoCommand(text), m_edits(edits), m_before(edits.m_setup), m_after(std::move(after)),
          m_chain(chain) {}

    void undo() override { m_edits.apply(m_before, m_chain); }
    void redo() override { m_edits.apply(m_after, m_chain); }

private:
    ChainEdits &m_edits;
    ChainSetup m_before;
    ChainSetup m_after;
    int m_chain;
};

ChainEdits::ChainEdits(QObject *parent) : QObject(parent) { m_stack.setUndoLimit(kMostCommands); }

void ChainEdits::begin(TilePixels images, const QSize &tile) {
    m_stack.clear();
    m_setup = m_setup.withImages(std::move(images), tile);
    emit begun();
}

void ChainEdits::setStart(const ChainTarget &target, const TilePixels &image, const QString &text) {
    push(m_setup.withStart(target, image), target.chain, text);
}

void ChainEdits::setHeld(const ChainTarget &target, const TilePixels &held, const QString &text) {
    push(m_setup.withHeld(target, held), target.chain, text);
}

void ChainEdits::pick(int chain, const TilePixels &image, const QString &text) {
    push(m_setup.withPicked(chain, image), chain, text);
}

void ChainEdits::revert(const ChainTarget &target, const QString &text) {
    push(m_setup.asPicked(target), target.chain, text);
}

void ChainEdits::push(const ChainSetup &after, int chain, const QString &text) {
    if (areSame(after.starts, m_setup.starts) && areSame(after.held, m_setup.held) &&
        areSame(after.picked, m_setup.picked))
        return;
    m_stack.push(new Command(*this, after, chain, text));
}

void ChainEdits::apply(const ChainSetup &setup, int chain) {
    m_setup = setup;
    emit changed(chain);
}

} // namespace rbm
