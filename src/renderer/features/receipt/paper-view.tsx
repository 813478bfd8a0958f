import { Fragment, type ReactNode } from 'react';
import type { Block, Fact, PaperDocument } from '../../../contract/paper.ts';
import classes from './paper.module.css';

interface PaperViewProps {
  readonly paper: PaperDocument;
  /** How wide the paper is: a printer's roll, or a sheet. */
  readonly width?: 'roll' | 'sheet';
}

/** A document as it comes out of the printer, the same on the screen and on paper. Its texts are finished: nothing is computed here. */
export const PaperView = ({ paper, width = 'roll' }: PaperViewProps) => (
  <article
    className={classes.paper}
    data-width={width}
    lang={paper.language}
    data-testid="paper"
    aria-label={`${paper.title} ${paper.subject}`}
  >
    <header className={classes.head}>
      <p className={classes.issuer}>{paper.issuer}</p>
      {paper.issuer_lines?.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={classes.title}>{paper.title}</p>
      <p className={classes.subject}>{paper.subject}</p>
      {paper.marks?.map((mark) => (
        <p key={mark} className={classes.mark}>
          {mark}
        </p>
      ))}
    </header>
    <Blocks blocks={paper.blocks} />
    <footer className={classes.foot}>{paper.footer}</footer>
  </article>
);

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, index) => (
      <section key={index} className={classes.block} data-kind={block.kind}>
        <BlockView block={block} />
      </section>
    ))}
  </>
);

const Heading = ({ text }: { text: string | undefined }) => (text ? <h3 className={classes.heading}>{text}</h3> : null);

const facts = (rows: readonly Fact[], isWide = false): ReactNode => (
  <dl className={isWide ? classes.wideFacts : classes.facts}>
    {rows.map(({ label, value }, index) => (
      <div key={index}>
        <dt>{label}</dt>
        <dd className="figures">{value}</dd>
      </div>
    ))}
  </dl>
);

const BlockView = ({ block }: { block: Block }): ReactNode => {
  switch (block.kind) {
    case 'figures':
      return facts(block.figures);
    case 'facts':
      return (
        <>
          <Heading text={block.heading} />
          {facts(block.facts, block.wide)}
        </>
      );
    case 'statement':
      return (
        <>
          <Heading text={block.heading} />
          <dl className={classes.facts}>
            {block.lines.map(({ label, value, weight }, index) => (
              <div key={index} data-weight={weight}>
                <dt>{label}</dt>
                <dd className="figures">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      );
    case 'goods':
      return (
        <ul className={classes.goods}>
          {block.lines.map(({ quantity, name, amount, under }, index) => (
            <li key={index}>
              <span className="figures">{quantity}</span>
              <span className={classes.name}>{name}</span>
              <span className="figures">{amount}</span>
              {under.map((line) => (
                <span key={line} className={classes.under}>
                  {line}
                </span>
              ))}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <>
          <Heading text={block.heading} />
          {block.rows.length === 0 ? (
            <p>{block.empty}</p>
          ) : (
            <table className={classes.table}>
              <thead>
                <tr>
                  {block.columns.map(({ label, align }, index) => (
                    <th key={index} scope="col" data-align={align}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{block.rows.map((row, index) => tableRow(row, block.columns, index))}</tbody>
              {block.total ? <tfoot>{tableRow(block.total, block.columns, 0)}</tfoot> : null}
            </table>
          )}
          {block.note ? <p className={classes.small}>{block.note}</p> : null}
        </>
      );
    case 'note':
      return (
        <>
          <Heading text={block.heading} />
          <p className={classes.text}>{block.text}</p>
        </>
      );
    case 'message':
      return <p className={classes.message}>{block.text}</p>;
    case 'signature':
      return <p className={classes.signature}>{block.label}</p>;
    case 'beside':
      return <Blocks blocks={block.blocks} />;
    default:
      return block satisfies never;
  }
};

const tableRow = (cells: readonly string[], columns: readonly { readonly align: string }[], key: number): ReactNode => (
  <tr key={key}>
    {cells.map((cell, index) => (
      <Fragment key={index}>
        {index === 0 ? (
          <th scope="row" data-align={columns[index]?.align}>
            {cell}
          </th>
        ) : (
          <td data-align={columns[index]?.align} className="figures">
            {cell}
          </td>
        )}
      </Fragment>
    ))}
  </tr>
);
