#include "ui/window/draw_panel.h"

#include "ui/theme/icons.h"
#include "ui/widgets/draw_canvas.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/chain_edits.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace rbm {

namespace {
constexpr int kWidths[] = {1, 2, 3, 4, 6, 9}; ///< of the brush, pixels
constexpr int kUsualWidth = 2;                ///< of kWidths; that of MNIST's strokes
constexpr int kHintSize = 11;                 ///< of the caption's font, as in the style sheet
} // namespace

// Made in reading order, which is that of Tab too.
DrawPanel::DrawPanel(ChainEdits &edits, QWidget *parent)
    : Panel(tr("Draw or clamp"), parent), m_edits(edits) {
    setObjectName(QStringLiteral("drawPanel"));
    makeTarget();
    body()->addLayout(makeTools());
    m_canvas = new DrawCanvas(this);
    m_canvas->setObjectName(QStringLiteral("drawCanvas"));
    m_canvas->setAccessibleName(tr("Start of the selected chain, to draw on"));
    body()->addWidget(m_canvas, 1);
    makeClamp();
    makeHint();
    // Takes the room that it needs, not more.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connectEdits();
    setTool(static_cast<int>(DrawTool::Draw));
    showChain(-1);
}

QLayout *DrawPanel::makeTools() {
    auto *layout = new QHBoxLayout;
    layout->setSpacing(4);
    addTool({tr("Draw"), tr("Draw (D)"), Qt::Key_D, "toolDraw", "pencil"}, layout);
    addTool({tr("Erase"), tr("Erase (E)"), Qt::Key_E, "toolErase", "eraser"}, layout);
    addTool({tr("Clamp"), tr("Clamp (C)"), Qt::Key_C, "toolClamp", "pin"}, layout);
    auto *group = new QActionGroup(this);
    for (QAction *tool : std::as_const(m_tools))
        group->addAction(tool);
    m_width = new QComboBox(this);
    m_width->setObjectName(QStringLiteral("brushWidth"));
    m_width->setAccessibleName(tr("Width of the brush"));
    m_width->setToolTip(tr("Width of the brush"));
    m_width->addItems(QStringList(static_cast<qsizetype>(std::size(kWidths))));
    whenLanguageChanges(m_width, [this] {
        for (int at = 0; at < m_width->count(); ++at)
            m_width->setItemText(at, tr("%1 px").arg(kWidths[at]));
    });
    m_width->setCurrentIndex(kUsualWidth);
    layout->addStretch(1);
    layout->addWidget(m_width);
    layout->addStretch(1);
    m_revert = makeButton(tr("Edit the picked digit: undraw"), "drawRevert");
    m_revert->setToolTip(tr("Back to the image that was picked, to edit it"));
    m_blank = makeButton(tr("Blank"), "drawBlank");
    m_blank->setToolTip(tr("Start from a blank"));
    layout->addWidget(m_revert);
    layout->addWidget(m_blank);
    return layout;
}

void DrawPanel::addTool(const ToolText &tool, QLayout *layout) {
    auto *action = new QAction(tool.text, this);
    action->setCheckable(true);
    action->setShortcut(tool.key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(tool.hint);
    action->setData(QLatin1String(tool.icon));
    const auto index = static_cast<int>(m_tools.size());
    connect(action, &QAction::triggered, this, [this, index] { setTool(index); });
    m_tools.append(action);
    QToolButton *button = makeButton(tool.text, tool.name);
    button->setProperty("tool", true);
    button->setDefaultAction(action);
    layout->addWidget(button);
}

QToolButton *DrawPanel::makeButton(const QString &text, const char *name) {
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void DrawPanel::makeClamp() {
    m_clamp = new SegmentedControl(this);
    m_clamp->setObjectName(QStringLiteral("clampSelector"));
    m_clamp->setAccessibleName(tr("Clamp"));
    m_clamp->addSegment(tr("None"), tr("Every pixel may change"));
    m_clamp->addSegment(tr("Top"), tr("The upper half stays as it starts"));
    m_clamp->addSegment(tr("Left"), tr("The left half stays as it starts"));
    m_clamp->addSegment(tr("Brush"), tr("What you paint stays as it starts (C)"));
    body()->addWidget(m_clamp);
}

void DrawPanel::makeTarget() {
    m_target = new SegmentedControl(this);
    m_target->setObjectName(QStringLiteral("drawTarget"));
    m_target->setAccessibleName(tr("Apply to"));
    m_target->addSegment(tr("This digit"), tr("Changes count for the selected chain"));
    m_target->addSegment(tr("All"),
                         tr("What the canvas shows after a change counts for all chains"));
    addToHeader(m_target);
}

/// Always two lines high, so that another tool moves nothing.
void DrawPanel::makeHint() {
    m_hint = makeLabel({}, "caption", this);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(false);
    m_hint->setSizePolicy(policy);
    m_hint->setFixedHeight(2 * QFontMetrics(textFont(kHintSize)).lineSpacing() + 2);
    m_hint->hide();
    body()->addWidget(m_hint);
}

void DrawPanel::connectEdits() {
    connect(m_canvas, &DrawCanvas::strokeFinished, this, &DrawPanel::takeStroke);
    connect(m_width, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_canvas->setBrush({static_cast<double>(kWidths[index])}); });
    connect(m_target, &SegmentedControl::currentChanged, this, [this] { showChain(m_chain); });
    connect(m_clamp, &SegmentedControl::currentChanged, this, &DrawPanel::chooseClamp);
    connect(m_blank, &QToolButton::clicked, this, [this] {
        m_edits.setStart(target(), TilePixels(m_canvas->image().size()), tr("blank"));
    });
    connect(m_revert, &QToolButton::clicked, this,
            [this] { m_edits.revert(target(), tr("return to the picked image")); });
}

void DrawPanel::applyTheme(const Theme &theme) {
    for (QAction *tool : std::as_const(m_tools))
        tool->setIcon(icon(tool->data().toString(), theme));
    m_revert->setIcon(icon(QStringLiteral("revert"), theme));
    m_blank->setIcon(icon(QStringLiteral("trash"), theme));
    m_canvas->setTheme(theme);
}

void DrawPanel::setTileShape(int width, int height) {
    m_canvas->setShape(width, height);
    showChain(-1);
}

ChainTarget DrawPanel::target() const { return {m_chain, m_target->current() == 1}; }

void DrawPanel::showChain(int chain) {
    const ChainSetup &setup = m_edits.setup();
    m_chain = chain < setup.count() ? chain : -1;
    for (QWidget *part : std::initializer_list<QWidget *>{m_blank, m_revert, m_clamp})
        part->setEnabled(m_chain >= 0);
    if (m_chain < 0) {
        m_canvas->clear();
        return;
    }
    const TilePixels start = setup.startOf(m_chain);
    m_canvas->setContent(start, setup.heldOf(m_chain));
    const bool isDrawn = start != setup.pickedOf(m_chain);
    m_revert->setEnabled(isDrawn || (m_target->current() == 1 && setup.drawn() > 0));
    showClamp();
}

void DrawPanel::showHint(bool on) { m_hint->setVisible(on); }

void DrawPanel::setTool(int index) {
    const QString hints[] = {
        tr("The chain starts from what you draw. Arrows and Space draw too."),
        tr("The chain starts from what is left. Arrows and Space erase too."),
        tr("Painted pixels stay as they start. A stroke that begins on a held one frees.")};
    m_hint->setText(hints[index]);
    m_tools[index]->setChecked(true);
    m_canvas->setTool(static_cast<DrawTool>(index));
    showClamp();
}

/// "Brush" stands for the clamp tool too, so that it can be chosen before anything is held.
void DrawPanel::showClamp() {
    Clamp clamp = Clamp::None;
    if (m_canvas->tool() == DrawTool::Clamp)
        clamp = Clamp::Brush;
    else if (m_chain >= 0)
        clamp = clampOf(m_canvas->held(), m_edits.setup().tile);
    m_clamp->setCurrent(static_cast<int>(clamp));
}

void DrawPanel::takeStroke() {
    switch (m_canvas->tool()) {
    case DrawTool::Draw:
        return m_edits.setStart(target(), m_canvas->image(), tr("drawing"));
    case DrawTool::Erase:
        return m_edits.setStart(target(), m_canvas->image(), tr("erasing"));
    case DrawTool::Clamp:
        return m_edits.setHeld(target(), m_canvas->held(), tr("clamping"));
    }
}

void DrawPanel::chooseClamp(int index) {
    const auto clamp = static_cast<Clamp>(index);
    if (clamp == Clamp::Brush)
        return setTool(static_cast<int>(DrawTool::Clamp));
    if (m_canvas->tool() == DrawTool::Clamp)
        setTool(static_cast<int>(DrawTool::Draw));
    m_edits.setHeld(target(), halfHeld(clamp, m_edits.setup().tile),
                    clamp == Clamp::None ? tr("unclamping") : tr("clamping of a half"));
    showClamp();
}

} // namespace rbm
